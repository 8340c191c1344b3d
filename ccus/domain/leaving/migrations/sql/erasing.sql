-- 消去 (LEAVE-06): the owner of the tables, and nobody else, may take personal data away, in a transaction that says so.
-- For the run-time roles everything stays as before: what is said stays, taps and audit are only added.

create function is_erasure(relation oid) returns boolean language sql stable as $$
    select coalesce(current_setting('ccus.erasure', true), '') = 'on'
       and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = relation)
$$;

create or replace function refuse_second_word() returns trigger language plpgsql as $$
begin
    if is_erasure(tg_relid) then
        return new;
    end if;
    raise exception '% of % was said before and stays', tg_argv[0], tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_table_name like 'tap\_%' and tg_op = 'UPDATE' and is_erasure(tg_relid) then
        return new;
    end if;
    raise exception '% is append-only: a fact is never changed or taken away', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

create or replace function refuse_to_forget() returns trigger language plpgsql as $$
begin
    if is_erasure(tg_relid) then
        return old;
    end if;
    raise exception 'a row of % was handed in and stays', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;
