-- 読む人ごとの行: the most sensitive rows are given to whoever the connection reads for, and to nobody else (DISC-15, DISC-16).
-- `ccus.reader` names that one as the audit does (`seat:12`), or `register`; without it nothing is given. `ccus.today` is
-- the day. Policies ask in subselects that hang on no row, so that a list of 200 costs one answer.

create function reads_for_register() returns boolean language sql stable as $$
select coalesce(current_setting('ccus.reader', true), '') = 'register'
$$;

-- The key of whoever reads, if of that kind.
create function reader_key(kind text) returns bigint language sql stable as $$
select case when split_part(current_setting('ccus.reader', true), ':', 1) = kind
            then split_part(current_setting('ccus.reader', true), ':', 2)::bigint end
$$;

-- Workers of whom this transaction left a trace that names one of the items.
create function looked_at(item text) returns table (worker_id bigint) language sql stable as $$
select t.worker_id from disclosure_trace t
where t.actor_kind = split_part(current_setting('ccus.reader', true), ':', 1)
  and t.actor_id = nullif(split_part(current_setting('ccus.reader', true), ':', 2), '')::bigint
  and t.left_at = now() and t.tx = pg_current_xact_id_if_assigned() and t.items @> array[$1]::varchar[]
$$;

-- The same of the last hour: the images of a page belong to its trace (DISC-08).
create function looked_at_lately(item text) returns table (worker_id bigint) language sql stable as $$
select t.worker_id from disclosure_trace t
where t.actor_kind = split_part(current_setting('ccus.reader', true), ':', 1)
  and t.actor_id = nullif(split_part(current_setting('ccus.reader', true), ':', 2), '')::bigint
  and t.left_at > now() - interval '1 hour' and t.items @> array[$1]::varchar[]
$$;

-- The images that such a trace of this transaction names.
create function images_looked_at() returns table (image_id bigint) language sql stable as $$
select p.image_id from looked_at('name') l join portrait p on p.worker_id = l.worker_id
union all
select q.image_id from looked_at('qualifications') l join qualification q on q.worker_id = l.worker_id
union all
select c.image_id from looked_at('qualifications') l join core_worker_qualification c on c.worker_id = l.worker_id
$$;

-- In whose names the reader puts images: the own, that of the applicant one was, that of the own company, and those of
-- workers who entrusted the company with applications (PROXY-07).
create function owners_of_images() returns table (owner text) language sql stable as $$
with companies as (
    select s.company_id as id from seat s
    where s.closed_at is null and (
        s.id = (select reader_key('seat'))
        or s.account_id = (select w.account_id from worker w where w.id = (select reader_key('worker'))))
    union all select x.company_id from applicant x where x.id = (select reader_key('applicant'))
), workers as (
    select (select reader_key('worker')) as id
    union all
    select m.worker_id from mandate m where m.company_id in (select id from companies) and m.superseded_at is null
    and daterange(m.valid_from, m.valid_until) @> nullif(current_setting('ccus.today', true), '')::date
)
select current_setting('ccus.reader', true)
union all select 'company:' || id from companies
union all select 'worker:' || id from workers where id is not null
union all select 'applicant:' || x.id from applicant x
    where x.worker_id in (select id from workers) or x.company_id in (select id from companies)
$$;

-- Whether an officer reads who reviews what was handed in.
create function reads_for_review() returns boolean language sql stable as $$
select exists (
    select from officer o join account a on a.id = o.account_id
    where o.id = (select reader_key('operator')) and a.closed_at is null and o.duties @> array['review']::varchar[])
$$;

do $$
declare guarded record;
begin
    for guarded in
        select * from (values
            ('contact', 'contact'), ('emergency_contact', 'emergency'), ('blood_group', 'blood'),
            ('health_check', 'health'), ('special_health_check', 'health')) as tables(tab, item)
    loop
        execute format('alter table %I enable row level security', guarded.tab);
        execute format(
            'create policy shown on %I for select to ccus_app using ('
            '(select reads_for_register()) or worker_id = (select reader_key(''worker'')) '
            'or worker_id in (select l.worker_id from looked_at(%L) l))', guarded.tab, guarded.item);
        execute format(
            'create policy entered on %I for insert to ccus_app with check ((select reads_for_register()))',
            guarded.tab);
        execute format(
            'create policy ended on %I for update to ccus_app using ((select reads_for_register()))', guarded.tab);
    end loop;
end $$;

-- `offset 0`: one image is looked up by its key, never by reading every worker's.
alter table evidence enable row level security;
create policy shown on evidence for select to ccus_app using (
    (select reads_for_register())
    or owner in (select o.owner from owners_of_images() o)
    or (select reads_for_review())
    or id in (select i.image_id from images_looked_at() i where i.image_id is not null)
    or exists (
        select from portrait p where p.image_id = evidence.id
        and (p.worker_id = (select reader_key('worker'))
             or p.worker_id in (select l.worker_id from looked_at_lately('name') l))
        offset 0)
    or exists (
        select from (
            select q.image_id, q.worker_id from qualification q
            union all select c.image_id, c.worker_id from core_worker_qualification c
        ) held
        where held.image_id = evidence.id
        and (held.worker_id = (select reader_key('worker'))
             or held.worker_id in (select l.worker_id from looked_at_lately('qualifications') l))
        offset 0)
);
create policy added on evidence for insert to ccus_app
    with check ((select reads_for_register()) or owner in (select o.owner from owners_of_images() o));
create policy changed on evidence for update to ccus_app
    using ((select reads_for_register()) or owner in (select o.owner from owners_of_images() o));
create policy discarded on evidence for delete to ccus_app
    using ((select reads_for_register()) or owner in (select o.owner from owners_of_images() o));
