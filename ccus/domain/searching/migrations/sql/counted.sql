-- What a company searches for and is shown is counted here, and its day holds the count: the bound of the day is a
-- constraint, and the row of the day makes two pages at once wait for each other (SEEK-07). A stop ends it (LOOK-08).

revoke update, delete on search_day, search_made, search_shown, search_stop from ccus_app;
grant delete on search_made, search_shown to ccus_app;
grant update (superseded_at) on search_stop to ccus_app;

create trigger said_once_superseded_at before update on search_stop for each row
    when (old.superseded_at is not null) execute function refuse_second_word('superseded_at');

create function count_what_was_searched() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
begin
    if exists (
        select from added a join search_day d on d.id = a.day_id join search_stop s on s.company_id = d.company_id
        where s.superseded_at is null and daterange(s.valid_from, s.valid_until) @> d.on_day
    ) then
        raise exception 'this company may not search today'
            using errcode = 'integrity_constraint_violation', constraint = 'search_stopped';
    end if;
    if tg_table_name = 'search_made' then
        update search_day d set searches = d.searches + a.n
        from (select day_id, count(*) as n from added group by day_id) a where d.id = a.day_id;
    else
        update search_day d set workers = d.workers + a.n
        from (select day_id, count(*) as n from added group by day_id) a where d.id = a.day_id;
    end if;
    return null;
end $$;

create trigger counted after insert on search_made referencing new table as added
    for each statement execute function count_what_was_searched();
create trigger counted after insert on search_shown referencing new table as added
    for each statement execute function count_what_was_searched();
