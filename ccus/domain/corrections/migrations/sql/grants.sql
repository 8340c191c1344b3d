-- A 修正 is written as facts: rows are added and dropped once, previews finished, released and voided once, and what was
-- looked at, released and carried out is only added (FIX-08 to FIX-11, FIX-14).

revoke update, delete on
    change_set, change_row, change_done, change_preview, preview_line, preview_opened, change_release from ccus_app;
grant update (discarded_at, done_at) on change_set to ccus_app;
grant update (dropped_at, dropped_by) on change_row to ccus_app;
grant update (done, finished_at, digest, persons, counts, released_at, void_at, failed) on change_preview to ccus_app;

create trigger said_once before update on change_set for each row
    when (old.discarded_at is not null or old.done_at is not null) execute function refuse_second_word('the end');
create trigger said_once before update on change_row for each row
    when (old.dropped_at is not null) execute function refuse_second_word('dropped_at');
create trigger said_once before update on change_preview for each row
    when (old.void_at is not null) execute function refuse_second_word('void_at');
create trigger finished_once before update on change_preview for each row
    when (old.finished_at is not null and (new.finished_at, new.done, new.total, new.digest, new.persons, new.counts)
        is distinct from (old.finished_at, old.done, old.total, old.digest, old.persons, old.counts))
    execute function refuse_second_word('finished_at');
create trigger released_once before update on change_preview for each row
    when (old.released_at is not null and new.released_at is distinct from old.released_at)
    execute function refuse_second_word('released_at');

-- Whoever changes the rows of a set, its previews or its releases waits for the others who do (FIX-09).
create function hold_change_set(held bigint) returns change_set language plpgsql as $$
declare found change_set;
begin
    select * into strict found from change_set where id = held for update;
    return found;
end $$;

create function refuse_rows_of_a_previewed_set() returns trigger language plpgsql as $$
declare held record;
begin
    if is_erasure(tg_relid) then
        return null;
    end if;
    for held in select distinct change_set_id as id from changed order by 1 loop
        if (select s.discarded_at is not null or s.done_at is not null from hold_change_set(held.id) s)
            or exists (select from change_preview p where p.change_set_id = held.id and p.void_at is null)
        then
            raise exception 'the rows of a change_set rest while a preview stands, and when it has ended'
                using errcode = 'integrity_constraint_violation';
        end if;
    end loop;
    return null;
end $$;
create trigger rest_while_previewed after insert on change_row referencing new table as changed
    for each statement execute function refuse_rows_of_a_previewed_set();
create trigger rest_while_previewed_too after update on change_row referencing new table as changed
    for each statement execute function refuse_rows_of_a_previewed_set();

create function refuse_preview_of_an_ended_set() returns trigger language plpgsql as $$
begin
    if (select s.discarded_at is not null or s.done_at is not null from hold_change_set(new.change_set_id) s) then
        raise exception 'a change_set that has ended is not previewed'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger of_an_open_set before insert on change_preview
    for each row execute function refuse_preview_of_an_ended_set();

create function refuse_lines_of_a_finished_preview() returns trigger language plpgsql as $$
begin
    if exists (select from change_preview p where p.id in (select preview_id from added)
               and (p.finished_at is not null or p.void_at is not null)) then
        raise exception 'a change_preview that is finished or void gets no more lines'
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger while_it_is_made after insert on preview_line referencing new table as added
    for each statement execute function refuse_lines_of_a_finished_preview();

-- Who releases has opened the finished preview that stands, wrote nothing of the set, and nothing stops it.
create function refuse_wrong_release() returns trigger language plpgsql as $$
declare preview change_preview;
begin
    select * into strict preview from change_preview where id = new.preview_id;
    perform hold_change_set(preview.change_set_id);
    select * into strict preview from change_preview where id = new.preview_id;
    if preview.finished_at is null or preview.void_at is not null or preview.released_at is not null
        or preview.failed <> ''
        or exists (select from preview_line l where l.preview_id = preview.id and l.kind = 'stop')
        or not exists (select from preview_opened o
                       where o.preview_id = preview.id and o.opened_by = new.released_by)
        or exists (select from change_set s where s.id = preview.change_set_id and s.written_by = new.released_by)
        or exists (select from change_row r where r.change_set_id = preview.change_set_id
                   and new.released_by in (r.written_by, r.dropped_by))
    then
        raise exception 'this change_preview is not released by %', new.released_by
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger by_another_who_looked before insert on change_release
    for each row execute function refuse_wrong_release();

create function refuse_too_few_releases() returns trigger language plpgsql as $$
declare
    needed int := 1;
begin
    if 100 <= (select count(*) from change_row r
               where r.change_set_id = new.change_set_id and r.dropped_at is null)
        or 20 < (select count(*) from (select distinct l.company_id, l.worker_id from preview_line l
                                       where l.preview_id = new.id and l.kind = 'gained' limit 21) as pairs)
    then
        needed := 2;
    end if;
    if needed > (select count(*) from change_release r where r.preview_id = new.id) then
        raise exception 'a change_preview is released by % more', needed
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger by_enough before update on change_preview
    for each row when (old.released_at is null and new.released_at is not null)
    execute function refuse_too_few_releases();

-- A set is carried out on a released preview that stands, and thrown away only while none does.
create function refuse_end_out_of_turn() returns trigger language plpgsql as $$
begin
    if new.done_at is not null and not exists (
            select from change_preview p
            where p.change_set_id = new.id and p.void_at is null and p.released_at is not null)
        or new.discarded_at is not null and exists (
            select from change_preview p where p.change_set_id = new.id and p.void_at is null)
    then
        raise exception 'a change_set ends when it is released or thrown away'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger in_turn before update on change_set
    for each row when (old.done_at is null and old.discarded_at is null
                       and (new.done_at is not null or new.discarded_at is not null))
    execute function refuse_end_out_of_turn();

-- What a row wrote into the register is noted only while its set is released and goes on.
create function refuse_done_out_of_turn() returns trigger language plpgsql as $$
begin
    if exists (select from added a join change_row r on r.id = a.row_id join change_set s on s.id = r.change_set_id
               where s.done_at is not null or s.discarded_at is not null or not exists (
                   select from change_preview p where p.change_set_id = s.id
                   and p.void_at is null and p.released_at is not null))
    then
        raise exception 'only a change_set that is released is carried out'
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger while_released after insert on change_done referencing new table as added
    for each statement execute function refuse_done_out_of_turn();
