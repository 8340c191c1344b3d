-- 関係 of many workers and many companies at once (FIX-04): the same as in `relations.sql`, but days are compared as days.
-- Of a range the planner believes that hardly any row holds on a day, and reads the index of all ranges for each company.

create or replace function workers_employed(company bigint, workers bigint[], day date)
returns table (worker_id bigint) language sql stable as $$
select a.worker_id from affiliation a
where a.company_id = $1 and a.worker_id = any($2)
and a.superseded_at is null and a.valid_from <= $3 and (a.valid_until is null or a.valid_until > $3)
$$;

-- Roster lines that count: the spot stands, the period runs, worker and the line's firm are linked.
create or replace function standing_roster_lines(workers bigint[], day date)
returns table (worker_id bigint, place_id bigint, path bigint[], prime_id bigint, unit_id bigint)
language sql stable as $$
select l.worker_id, l.place_id, m.path, s.prime_id, s.unit_id
from (
  select * from roster_line r
  where r.worker_id = any($1) and r.superseded_at is null
  and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2) offset 0
) l
join structure_member m on m.id = l.member_id and m.withdrawn_at is null and m.refused_at is null
join site s on s.place_id = l.place_id
where exists (
  select from accumulation_period p
  where p.site_id = l.place_id and p.superseded_at is null
  and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2) offset 0
)
and exists (
  select from affiliation a where a.worker_id = l.worker_id and a.company_id = m.company_id
  and a.superseded_at is null and a.valid_from <= $2 and (a.valid_until is null or a.valid_until > $2)
  union all
  select from placement a where a.worker_id = l.worker_id and a.company_id = m.company_id
  and a.superseded_at is null and a.valid_from <= $2 and (a.valid_until is null or a.valid_until > $2)
)
$$;

-- Below the company, or beside it as a partner. A spot that waits for its acceptance, or that was left, opens nothing to
-- its own firm; others on the path go on.
create or replace function workers_below(company bigint, workers bigint[], day date)
returns table (worker_id bigint, place_id bigint, prime_id bigint, unit_id bigint) language sql stable as $$
select l.worker_id, l.place_id, l.prime_id, l.unit_id from standing_roster_lines($2, $3) l
where exists (
  select from structure_member u
  where u.id = any(l.path) and u.company_id = $1 and u.withdrawn_at is null and u.refused_at is null
  and exists (
    select from structure_acceptance c where c.member_id = u.id
    and c.superseded_at is null and c.valid_from <= $3 and (c.valid_until is null or c.valid_until > $3)
  )
  union all
  select from site_partner j where j.site_id = l.place_id and j.company_id = $1
  and j.superseded_at is null and j.valid_from <= $3 and (j.valid_until is null or j.valid_until > $3)
)
$$;
