-- カードタッチの表: append-only, one partition a month of the reader's raw clock, borders in Asia/Tokyo (TAP-01, TAP-02).

create table tap (
    reader bigint not null,
    id uuid not null,
    at timestamptz not null,
    seq bigint not null,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    place bigint not null,
    card text not null,
    worker bigint,
    direction smallint not null check (direction between 0 and 2),
    offset_ms bigint,
    shown smallint not null check (shown between 0 and 2),
    outcome smallint not null check (outcome between 0 and 2),
    reasons smallint[] not null,
    told_name text,
    work_on date,
    days_this_month smallint,
    counted_as smallint check (counted_as between 0 and 1),
    primary key (reader, id, at)
) partition by range (at);

create index tap_worker_at on tap (worker, at);
create table tap_other partition of tap default;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: a fact is never changed or taken away', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

create trigger append_only before update or delete on tap for each row execute function refuse_change();
create trigger append_only_whole before truncate on tap for each statement execute function refuse_change();
create trigger append_only_whole before truncate on tap_other for each statement execute function refuse_change();

create function tap_month_name(month date) returns text language sql immutable as
    $$ select 'tap_' || to_char(month, 'YYYY_MM') $$;

create function add_tap_month(month date) returns void language plpgsql as $$
begin
    execute format(
        'create table %I partition of tap for values from (%L) to (%L)', tap_month_name(month),
        month::timestamp at time zone 'Asia/Tokyo', (month + interval '1 month')::timestamp at time zone 'Asia/Tokyo');
    execute format(
        'create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()',
        tap_month_name(month));
end $$;

select add_tap_month(m::date)
from generate_series(date '2019-04-01', date_trunc('month', now() at time zone 'Asia/Tokyo') + interval '24 months',
                     interval '1 month') m;

create trigger append_only before update or delete on tap_owner for each row execute function refuse_change();
create trigger append_only_whole before truncate on tap_owner for each statement execute function refuse_change();
create trigger append_only before update or delete on audit_event for each row execute function refuse_change();
create trigger append_only_whole before truncate on audit_event for each statement execute function refuse_change();

alter table presence set (fillfactor = 70);
alter table work_record set (fillfactor = 85);

-- The path of a structure member is its parent's with itself at the end, always: the database writes it.
create function write_structure_path() returns trigger language plpgsql as $$
begin
    new.path := coalesce((select path from structure_member where id = new.parent_id), '{}') || new.id;
    return new;
end $$;
create trigger structure_path before insert on structure_member
    for each row execute function write_structure_path();

-- Jobs wake when days are touched (FACT-06).
create function announce_affect() returns trigger language plpgsql as $$
begin
    perform pg_notify('affect', '');
    return null;
end $$;
create trigger announce after insert on affect for each statement execute function announce_affect();
