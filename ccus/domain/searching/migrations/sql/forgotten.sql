-- Days that are over may be forgotten; the day that runs holds the bound and stays (SEEK-07, SEEK-10).

grant delete on search_day to ccus_app;

create function keep_day_of_searching() returns trigger language plpgsql as $$
begin
    raise exception 'the day runs: its count stays'
        using errcode = 'integrity_constraint_violation', constraint = 'search_day_runs';
end $$;

create trigger day_runs before delete on search_day for each row
    when (old.on_day >= (now() at time zone 'Asia/Tokyo')::date) execute function keep_day_of_searching();
