-- A row that was said once goes with the person (LEAVE-06): in a trigger before DELETE there is no new row, and giving
-- back none would keep the old one in silence.

create or replace function refuse_second_word() returns trigger language plpgsql as $$
begin
    if is_erasure(tg_relid) then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    raise exception '% of % was said before and stays', tg_argv[0], tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;
