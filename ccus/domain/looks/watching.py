"""見守り: what companies opened of people found by searching, and the signs in it (LOOK-05, LOOK-06)."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from ccus.domain.looks.signs import Limits, Opening, Refusal, Sign, signs_of
from ccus.foundation.clock import JST

# Whatever was opened before the last sign of a closed case was looked at with it; what was opened between that
# night and the closing was not, and counts (LOOK-08).
_OPENINGS = """
select t.company, t.worker_id, t.at, array_remove(array_agg(distinct a.company_id), null)
from disclosure_trace t
left join affiliation a on a.worker_id = t.worker_id and a.company_id <> t.company and a.superseded_at is null
    and daterange(a.valid_from, a.valid_until) @> (t.at at time zone 'Asia/Tokyo')::date
where t.relation = 'other' and t.purpose = 'search' and t.at > %(since)s and t.at <= %(at)s
and not exists (
  select from look_case c join look_sign s on s.case_id = c.id
  where c.company_id = t.company and c.closed_at is not null and s.found_at >= t.at)
group by t.id order by t.at, t.id
"""
# A refusal is the worker's own: whoever asked may also take it back, which is none.
_REFUSALS = """
select asked.company_id, asked.worker_id, e.at
from audit_event e
join (
  select 'affiliation_request' as kind, id, worker_id, company_id, asked_by from affiliation_request
  where closed_at > %(since)s and not is_accepted
  union all
  select 'placement_request', id, worker_id, company_id, asked_by from placement_request
  where closed_at > %(since)s and not is_accepted
  union all
  select 'mandate_ask', id, worker_id, company_id, 'company:' || company_id from mandate_ask
  where answered_at > %(since)s and not is_given
) asked on asked.kind = e.subject_kind and asked.id = e.subject_id
where e.actor_kind = 'worker' and asked.asked_by = 'company:' || asked.company_id
and e.act in ('workers.affiliation.refused', 'sites.placement.refused', 'proxies.mandate.declined')
and asked.company_id = any(%(companies)s)
"""


def limits() -> Limits:
    """印の数, as the settings have them."""
    return Limits(**settings.LOOK_LIMITS)


def unusual(at: datetime) -> dict[int, tuple[Sign, ...]]:
    """いつもと違う見方: company (key) → its signs over the last days; those without one are left out.

    Two statements, however many companies looked.
    """
    numbers = limits()
    since = at - timedelta(days=numbers.days)
    openings = _openings(since, at)
    refusals = _refusals(since - timedelta(days=numbers.after_refusal), list(openings))
    found = {
        company: signs_of(of_it, refusals.get(company, []), numbers) for company, of_it in openings.items()
    }
    return {company: signs for company, signs in found.items() if signs}


def _openings(since: datetime, at: datetime) -> Mapping[int, list[Opening]]:
    found: defaultdict[int, list[Opening]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_OPENINGS, {"since": since, "at": at})
        for company, worker, when, employers in cursor.fetchall():
            found[company].append(Opening(worker, when.astimezone(JST), frozenset(employers)))
    return found


def _refusals(since: datetime, companies: list[int]) -> Mapping[int, list[Refusal]]:
    found: defaultdict[int, list[Refusal]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_REFUSALS, {"since": since, "companies": companies})
        for company, worker, when in cursor.fetchall():
            found[company].append(Refusal(worker, when))
    return found
