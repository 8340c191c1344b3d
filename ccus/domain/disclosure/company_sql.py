"""事業者の関係を読む文 (DISC-12 to DISC-14). Parameters: `company`, `workers` (array of keys), `on` (day).

The relations themselves are functions of the database (`migrations/sql/relations.sql`,
`relations_of_many.sql`), which asks them too (DISC-15).
"""

EMPLOYED = "select worker_id from workers_employed(%(company)s, %(workers)s::int8[], %(on)s)"
"""Workers with a 所属 at the company."""

ON_SITES = "select worker_id, place_id, prime_id, unit_id from workers_below(%(company)s, %(workers)s::int8[], %(on)s)"
"""Worker, place, prime and owning unit of each roster line that stands below the company, or beside it as a partner.
A spot that waits for its acceptance, or that was left, opens nothing to its own firm; others on the path go on."""

AT_THE_GATE = "select worker_id from workers_at_gate(%(reader)s, %(workers)s::int8[], %(on)s)"
"""Workers with a line at the site of a reader (`reader`) that is in use and names a 認定システム (DISC-14)."""

PROXIED = "select worker_id from workers_proxied(%(company)s, %(workers)s::int8[], %(on)s)"
"""Workers who consent to the company and are linked with an employer for whom it acts, below it at a running site."""

MANDATED = "select worker_id from workers_mandated(%(company)s, %(workers)s::int8[], %(on)s)"
"""Workers who entrusted the company with applications, as long as what that rests on holds (PROXY-01)."""

ASKING = "select worker_id from workers_asked_about(%(company)s, %(workers)s::int8[])"
"""Workers about whose days the company was asked to confirm or to approve."""

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
