"""つながり: what in the register connects a company with a worker, besides what is being put right (FIX-06)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import connection

from ccus.domain.corrections.models import ChangeDone
from ccus.domain.workers.models import Affiliation
from ccus.foundation.among import among

Pair = tuple[int, int]
"""Worker and company (keys)."""

# What worker and firm agreed on, or the worker asked for. A link that a correction wrote (`held_since`) is agreed on
# only where it puts right one that was.
_AGREED = """
  select from affiliation a where a.worker_id = p.worker and a.company_id = {company}
  and case when a.superseded_at is null then a.id <> all(%(added)s::int8[]) else a.id = any(%(superseded)s::int8[]) end
  and (a.held_since is null or exists (
    select from affiliation g join change_row r on r.worker_id = g.worker_id
    join change_done d on d.row_id = r.id and g.id = any(d.superseded)
    where g.worker_id = a.worker_id and g.company_id = a.company_id and g.held_since is null
  ))
  union all
  select from affiliation_request q where q.worker_id = p.worker and q.company_id = {company}
  and (q.is_accepted or q.closed_at is null and q.asked_by = 'worker:' || p.worker)
  union all
  select from placement a where a.worker_id = p.worker and a.company_id = {company} and a.superseded_at is null
  union all
  select from placement_request q where q.worker_id = p.worker and q.company_id = {company}
  and (q.is_accepted or q.closed_at is null and q.asked_by = 'worker:' || p.worker)
  union all
  select from mandate t where t.worker_id = p.worker and t.company_id = {company} and t.superseded_at is null
  union all
  select from proxy_consent c where c.worker_id = p.worker and c.company_id = {company} and c.superseded_at is null
"""
# What is cheap to find comes first: most pairs need no more. A firm writes its roster alone: a line connects those
# above only with whom its firm has something agreed. 就業 is looked for at the company's own places alone.
_TIED = """
select p.worker, p.company from unnest(%(workers)s::int8[], %(companies)s::int8[]) as p(worker, company)
where exists (
  {agreed_with_it}
  union all
  select from roster_line l join structure_member m on m.id = l.member_id
  join structure_member u on u.id = any(m.path) and u.company_id = p.company
  where l.worker_id = p.worker and l.superseded_at is null and exists ({agreed_with_the_firm})
  union all
  select from roster_line l join structure_member m on m.id = l.member_id
  join site_partner j on j.site_id = l.place_id and j.company_id = p.company and j.superseded_at is null
  where l.worker_id = p.worker and l.superseded_at is null and exists ({agreed_with_the_firm})
  union all
  select from day_claim c where c.worker_id = p.worker and (
    c.company_id = p.company
    or exists (select from day_ask a where a.claim_id = c.id and a.company_id = p.company)
  )
  union all
  select from work_record r
  where r.worker = p.worker and r.place = any(array(
    select m.site_id from structure_member m where m.company_id = p.company
    union select j.site_id from site_partner j where j.company_id = p.company and j.superseded_at is null
  )) and exists (
    select from structure_member m join structure_member u on u.id = any(m.path) and u.company_id = p.company
    where m.id = r.member
    union all
    select from site_partner j
    where j.site_id = r.place and j.company_id = p.company and j.superseded_at is null
  )
)
""".format(  # noqa: S608 - put together from constants
    agreed_with_it=_AGREED.format(company="p.company"),
    agreed_with_the_firm=_AGREED.format(company="m.company_id"),
)


@dataclass(frozen=True, slots=True)
class PutRight:
    """直された所属: rows (keys) that the correction itself added, which connect nobody, and superseded, which do."""

    added: Sequence[int] = ()
    superseded: Sequence[int] = ()


def tied(pairs: Collection[Pair], put_right: PutRight) -> frozenset[Pair]:
    """つながりのある組: those connected by a 所属 of another time that no correction alone wrote, a request of the
    worker or one that was accepted, a roster line or 就業 below the company, a claim, or a mandate, besides what was
    just put right. One statement.
    """
    ordered = sorted(pairs)
    given = {
        "workers": [worker for worker, _ in ordered],
        "companies": [company for _, company in ordered],
        "added": list(put_right.added),
        "superseded": list(put_right.superseded),
    }
    with connection.cursor() as cursor:
        cursor.execute(_TIED, given)
        return frozenset((worker, company) for worker, company in cursor.fetchall())


def superseded_by(undone: Collection[int]) -> list[int]:
    """取り消す前の所属 (keys) that a correction superseded, which is taken back (`ChangeDone` keys): what that restores
    is connected (FIX-11). One statement, none where nothing is undone.
    """
    if not undone:
        return []
    done = ChangeDone.objects.filter(pk__in=among(undone)).values_list("superseded", flat=True)
    return [link for links in done for link in links]


def linked_by(links: Collection[int]) -> frozenset[Pair]:
    """Whom these 所属 (keys) link. One statement, none without any."""
    if not links:
        return frozenset()
    return frozenset(Affiliation.objects.filter(pk__in=among(links)).values_list("worker", "company"))
