-- Whose ID means whom is a fact: added, answered once, superseded once (D-26, SAME-03, SAME-05).

revoke update, delete on same_person_proposal, worker_alias, different_persons from ccus_app;
grant update (answer, answer_words, answered_at, answered_by) on same_person_proposal to ccus_app;
grant update (superseded_at) on worker_alias, different_persons to ccus_app;
grant select (worker_id, main_id, recorded_at, superseded_at) on worker_alias to ccus_reader;

create trigger said_once before update on same_person_proposal for each row
    when (old.answer <> '') execute function refuse_second_word('answer');
create trigger said_once before update on worker_alias for each row
    when (old.superseded_at is not null) execute function refuse_second_word('superseded_at');
create trigger said_once before update on different_persons for each row
    when (old.superseded_at is not null) execute function refuse_second_word('superseded_at');

-- Who is merged has nobody merged into it, and the other way round. Both IDs are locked first, as the acts lock them,
-- so that of two merges that would make a chain the later one sees the earlier.
create function refuse_alias_chain() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(name, 0))
    from unnest(array['worker:' || new.worker_id, 'worker:' || new.main_id]) as name order by name;
    if exists (select from worker_alias a where a.superseded_at is null
               and (a.main_id = new.worker_id or a.worker_id = new.main_id)) then
        raise exception 'worker % or % would be in a chain of aliases', new.worker_id, new.main_id
            using errcode = 'check_violation', constraint = 'worker_alias_no_chain';
    end if;
    return new;
end $$;

create trigger no_chain before insert on worker_alias for each row execute function refuse_alias_chain();
