-- 関係: how companies and readers stand to workers on a day, from facts as they stand now (DISC-02, DISC-12 to DISC-14).
-- Here a relation stands once: the application asks these functions, and so does the guard of 閲覧の記録.
-- PostgreSQL writes them into the statement that asks; the workers' rows come first, however many a site has (`offset 0`).

create function workers_employed(company bigint, workers bigint[], day date)
returns table (worker_id bigint) language sql stable as $$
select a.worker_id from affiliation a
where a.company_id = $1 and a.worker_id = any($2)
and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> $3
$$;

-- Roster lines that count: the spot stands, the period runs, worker and the line's firm are linked.
create function standing_roster_lines(workers bigint[], day date)
returns table (worker_id bigint, place_id bigint, path bigint[], prime_id bigint, unit_id bigint)
language sql stable as $$
select l.worker_id, l.place_id, m.path, s.prime_id, s.unit_id
from (
  select * from roster_line r
  where r.worker_id = any($1) and r.superseded_at is null and daterange(r.valid_from, r.valid_until) @> $2 offset 0
) l
join structure_member m on m.id = l.member_id and m.withdrawn_at is null and m.refused_at is null
join site s on s.place_id = l.place_id
where exists (
  select from accumulation_period p
  where p.site_id = l.place_id and p.superseded_at is null and daterange(p.valid_from, p.valid_until) @> $2
)
and exists (
  select from affiliation a where a.worker_id = l.worker_id and a.company_id = m.company_id
  and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> $2
  union all
  select from placement a where a.worker_id = l.worker_id and a.company_id = m.company_id
  and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> $2
)
$$;

-- Below the company, or beside it as a partner. A spot that waits for its acceptance, or that was left, opens nothing to
-- its own firm; others on the path go on.
create function workers_below(company bigint, workers bigint[], day date)
returns table (worker_id bigint, place_id bigint, prime_id bigint, unit_id bigint) language sql stable as $$
select l.worker_id, l.place_id, l.prime_id, l.unit_id from standing_roster_lines($2, $3) l
where exists (
  select from structure_member u
  where u.id = any(l.path) and u.company_id = $1 and u.withdrawn_at is null and u.refused_at is null
  and exists (
    select from structure_acceptance c where c.member_id = u.id
    and c.superseded_at is null and daterange(c.valid_from, c.valid_until) @> $3
  )
  union all
  select from site_partner j where j.site_id = l.place_id and j.company_id = $1
  and j.superseded_at is null and daterange(j.valid_from, j.valid_until) @> $3
)
$$;

-- At the site of a reader that is in use and names a 認定システム.
create function workers_at_gate(reader bigint, workers bigint[], day date)
returns table (worker_id bigint) language sql stable as $$
select distinct l.worker_id from standing_roster_lines($2, $3) l
where l.place_id = (
  select r.place_id from reader r where r.id = $1 and r.system <> '' and r.revoked_at is null
)
$$;

-- Who consents to the company and is linked with an employer for whom it acts, below it at a running site.
create function workers_proxied(company bigint, workers bigint[], day date)
returns table (worker_id bigint) language sql stable as $$
select c.worker_id from proxy_consent c
where c.company_id = $1 and c.worker_id = any($2)
and c.superseded_at is null and daterange(c.valid_from, c.valid_until) @> $3
and exists (
  select from structure_proxy x
  where x.taker_id = $1
  and x.superseded_at is null and daterange(x.valid_from, x.valid_until) @> $3
  and exists (
    select from structure_member m
    join structure_member u on u.id = any(m.path) and u.id <> m.id and u.company_id = x.taker_id
      and u.withdrawn_at is null and u.refused_at is null
    where m.company_id = x.giver_id and m.withdrawn_at is null and m.refused_at is null
    and coalesce((
      select bool_or(a.valid_until is null or a.valid_until > $3)
      from structure_acceptance a where a.member_id = u.id and a.superseded_at is null
    ), true)
    and exists (
      select from accumulation_period p where p.site_id = m.site_id
      and p.superseded_at is null and daterange(p.valid_from, p.valid_until) @> $3
    )
  )
  and exists (
    select from affiliation a where a.worker_id = c.worker_id and a.company_id = x.giver_id
    and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> $3
    union all
    select from placement a where a.worker_id = c.worker_id and a.company_id = x.giver_id
    and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> $3
  )
)
$$;

-- Who entrusted the company with applications, as long as what that rests on holds (PROXY-01).
create function workers_mandated(company bigint, workers bigint[], day date)
returns table (worker_id bigint) language sql stable as $$
select m.worker_id from mandate m
where m.company_id = $1 and m.worker_id = any($2) and m.acts @> array['file_applications']::varchar[]
and m.superseded_at is null and daterange(m.valid_from, m.valid_until) @> $3
and (
  exists (
    select from agent_licence g where g.company_id = $1
    and g.superseded_at is null and daterange(g.valid_from, g.valid_until) @> $3
  )
  or m.worker_id in (select e.worker_id from workers_employed($1, $2, $3) e)
  or m.worker_id in (select b.worker_id from workers_below($1, $2, $3) b)
)
$$;

-- About whose days the company was asked to confirm or to approve.
create function workers_asked_about(company bigint, workers bigint[])
returns table (worker_id bigint) language sql stable as $$
select w.id from unnest($2) as w(id)
where exists (
  select from day_claim c join day_ask a on a.claim_id = c.id and a.company_id = $1 where c.worker_id = w.id
)
$$;
