-- The ledger is only added to, and nothing enters a month that was closed (USE-03, USE-07).

create function refuse_closed_month() returns trigger language plpgsql as $$
begin
    if exists (select from site_fee_close where month >= new.month) then
        raise exception 'the month % of the site fees is closed', new.month
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger open_month before insert on site_fee_line for each row execute function refuse_closed_month();

create trigger append_only before update or delete on site_fee_line for each row execute function refuse_change();
create trigger append_only_whole before truncate on site_fee_line
    for each statement execute function refuse_change();
create trigger append_only before update or delete on site_fee_bill for each row execute function refuse_change();
create trigger append_only_whole before truncate on site_fee_bill
    for each statement execute function refuse_change();

revoke update, delete on site_fee_line, site_fee_bill, site_fee_close from ccus_app;
grant update (finished_at, official_days, charged_days) on site_fee_close to ccus_app;
create trigger said_once before update on site_fee_close for each row when (old.finished_at is not null)
    execute function refuse_second_word('finished_at');
