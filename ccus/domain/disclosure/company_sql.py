"""事業者の関係を読む文: workers on rosters below a company or at a gate, those for whom it writes rosters.

Rules: DISC-12 to DISC-14. Parameters: `company`, `workers` (array of keys), `on` (day).
"""

# `offset 0`: the workers' lines come first, however many lines a site has and whatever the planner guesses of periods.
_LINES = """
from (
  select * from roster_line
  where worker_id = any(%(workers)s::int8[])
  and superseded_at is null and daterange(valid_from, valid_until) @> %(on)s::date offset 0
) l
join structure_member m on m.id = l.member_id and m.withdrawn_at is null and m.refused_at is null
join site s on s.place_id = l.place_id
where exists (
  select from accumulation_period p
  where p.site_id = l.place_id and p.superseded_at is null and daterange(p.valid_from, p.valid_until) @> %(on)s::date
)
and exists (
  select from affiliation a where a.worker_id = l.worker_id and a.company_id = m.company_id
  and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> %(on)s::date
  union all
  select from placement a where a.worker_id = l.worker_id and a.company_id = m.company_id
  and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> %(on)s::date
)
"""
"""Roster lines that count today: the spot stands, the period runs, worker and the line's firm are linked (DISC-12)."""

ON_SITES = f"""
select l.worker_id, l.place_id, s.prime_id, s.unit_id
{_LINES}
and exists (
  select from structure_member u
  where u.id = any(m.path) and u.company_id = %(company)s and u.withdrawn_at is null and u.refused_at is null
  and exists (
    select from structure_acceptance c where c.member_id = u.id
    and c.superseded_at is null and daterange(c.valid_from, c.valid_until) @> %(on)s::date
  )
  union all
  select from site_partner j where j.site_id = l.place_id and j.company_id = %(company)s
  and j.superseded_at is null and daterange(j.valid_from, j.valid_until) @> %(on)s::date
)
"""
"""Worker, place, prime and owning unit of each roster line that stands below the company, or beside it as a partner.
A spot that waits for its acceptance, or that was left, opens nothing to its own firm; others on the path go on."""

AT_THE_GATE = f"""
select distinct l.worker_id
{_LINES}
and l.place_id = (
  select r.place_id from reader r where r.id = %(reader)s and r.system <> '' and r.revoked_at is null
)
"""
"""Workers with a line at the site of a reader (`reader`) that is in use and names a 認定システム (DISC-14)."""

PROXIED = """
select c.worker_id from proxy_consent c
where c.company_id = %(company)s and c.worker_id = any(%(workers)s)
and c.superseded_at is null and daterange(c.valid_from, c.valid_until) @> %(on)s::date
and exists (
  select from structure_proxy x
  where x.taker_id = %(company)s
  and x.superseded_at is null and daterange(x.valid_from, x.valid_until) @> %(on)s::date
  and exists (
    select from structure_member m
    join structure_member u on u.id = any(m.path) and u.id <> m.id and u.company_id = x.taker_id
      and u.withdrawn_at is null and u.refused_at is null
    where m.company_id = x.giver_id and m.withdrawn_at is null and m.refused_at is null
    and coalesce((
      select bool_or(c.valid_until is null or c.valid_until > %(on)s::date)
      from structure_acceptance c where c.member_id = u.id and c.superseded_at is null
    ), true)
    and exists (
      select from accumulation_period p where p.site_id = m.site_id
      and p.superseded_at is null and daterange(p.valid_from, p.valid_until) @> %(on)s::date
    )
  )
  and exists (
    select from affiliation a where a.worker_id = c.worker_id and a.company_id = x.giver_id
    and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> %(on)s::date
    union all
    select from placement a where a.worker_id = c.worker_id and a.company_id = x.giver_id
    and a.superseded_at is null and daterange(a.valid_from, a.valid_until) @> %(on)s::date
  )
)
"""
"""Workers who consent to the company and are linked with an employer for whom it acts, below it at a running site."""

AROUND = """
select u.company_id from roster_line l
join structure_member m on m.id = l.member_id
join structure_member u on u.id = any(m.path)
where l.worker_id = %(worker)s and l.superseded_at is null
and daterange(l.valid_from, l.valid_until) @> %(on)s::date and u.company_id is not null
union
select j.company_id from roster_line l
join site_partner j on j.site_id = l.place_id and j.superseded_at is null
where l.worker_id = %(worker)s and l.superseded_at is null
and daterange(l.valid_from, l.valid_until) @> %(on)s::date
"""
"""Companies that may stand above one worker (`worker`) today; which of them do, `ON_SITES` says."""

ASKING = """
select w.worker from unnest(%(workers)s::int8[]) as w(worker)
where exists (
  select from day_claim c join day_ask a on a.claim_id = c.id and a.company_id = %(company)s
  where c.worker_id = w.worker
)
"""
"""Workers about whose days the company was asked to confirm or to approve."""
