-- 関係ごとの情報項目: a trace names no item that the table of D-08 never shows to its relation, so that it opens no row of
-- one either (DISC-01, DISC-15). `matrix.py` says the same, and a test compares.

create function items_shown_to(relation text) returns varchar[] language sql immutable as $$
select case relation
when 'employer' then array['card', 'name', 'birth_year', 'birth_date', 'contact', 'emergency', 'status', 'blood', 'insurance',
    'health', 'trades', 'qualifications', 'training', 'employers', 'work_history']
when 'site' then array['card', 'name', 'birth_year', 'birth_date', 'contact', 'emergency', 'status', 'blood', 'insurance',
    'health', 'trades', 'qualifications', 'training', 'employers', 'work_history']
when 'proxy' then array['card', 'name', 'birth_year', 'birth_date', 'contact', 'emergency', 'status', 'blood', 'insurance',
    'health', 'trades', 'qualifications', 'training', 'employers']
when 'roster_proxy' then array['card', 'name', 'birth_year', 'birth_date', 'insurance', 'health', 'trades', 'qualifications']
when 'other' then array['card', 'name', 'birth_year', 'contact', 'status', 'insurance', 'trades', 'qualifications',
    'training', 'employers', 'work_history']
when 'certified' then array['card', 'name', 'birth_year', 'birth_date', 'status', 'insurance', 'trades', 'qualifications',
    'training', 'employers', 'work_history']
when 'operator' then array['card', 'name', 'birth_year', 'birth_date', 'contact', 'emergency', 'status', 'blood', 'insurance',
    'health', 'trades', 'qualifications', 'training', 'employers', 'past_employers', 'work_history', 'traces']
when 'holder' then array['card', 'work_history']
else '{}' end::varchar[]
$$;

create function refuse_items_never_shown() returns trigger language plpgsql as $$
begin
    if exists (select from left_now n where not n.items <@ items_shown_to(n.relation)) then
        raise exception 'an item that is never shown to this relation'
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger by_the_table after insert on disclosure_trace referencing new table as left_now
    for each statement execute function refuse_items_never_shown();
