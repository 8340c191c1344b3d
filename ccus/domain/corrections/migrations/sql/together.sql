-- What the same officer had released of the same 区分 in the seven days before counts with a preview: nobody stays below
-- a hundred rows, or twenty pairs, by writing several sets (FIX-08).
create or replace function refuse_too_few_releases() returns trigger language plpgsql as $$
declare
    together bigint[];
    needed int := 1;
begin
    select array_agg(p.id) into together
    from change_set own
    join change_set s on s.written_by = own.written_by and s.side = own.side and s.block = own.block
    join change_preview p on p.change_set_id = s.id
    where own.id = new.change_set_id
    and (p.id = new.id or p.void_at is null and p.released_at > new.asked_at - interval '7 days');
    if 100 <= (select count(*) from change_row r
               where r.change_set_id in (select p.change_set_id from change_preview p where p.id = any(together))
               and r.dropped_at is null)
        or 20 < (select count(*) from (select distinct l.company_id, l.worker_id from preview_line l
                                       where l.preview_id = any(together) and l.kind = 'gained' limit 21) as pairs)
    then
        needed := 2;
    end if;
    if needed > (select count(*) from change_release r where r.preview_id = new.id) then
        raise exception 'a change_preview is released by % more', needed
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
