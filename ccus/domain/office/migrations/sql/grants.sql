-- A proposal is said once and answered once (EYES-03); a payment is taken back once (EYES-11).

revoke update, delete on office_proposal from ccus_app;
grant update (answer, answer_words, answered_at, answered_by) on office_proposal to ccus_app;
create trigger said_once before update on office_proposal for each row
    when (old.answer <> '') execute function refuse_second_word('answer');

grant update (taken_back_at, taken_back_by, taken_back_words) on settlement to ccus_app;
create trigger said_once before update on settlement for each row
    when (old.taken_back_at is not null) execute function refuse_second_word('taken_back_at');
create function reopen_charge() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update charge set is_open = true where id = new.charge_id;
    return null;
end $$;
create trigger reopens after update of taken_back_at on settlement for each row
    when (old.taken_back_at is null and new.taken_back_at is not null) execute function reopen_charge();
