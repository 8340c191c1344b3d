"""前後の事実: what the register knows around a disputed day, for whoever decides it (CLAIM-32)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection

from ccus.domain.sites.models import Site
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.models import DayClaim, Tap, WorkRecord
from ccus.domain.work_history.terms import State
from ccus.foundation.clock import JST
from ccus.foundation.periods import ONE_DAY

_MOST_TAPS = 50
_OTHERS = """
select r.state, count(distinct r.worker)
from structure_member m join roster_line l on l.member_id = m.id
join work_record r on r.worker = l.worker_id and r.work_on = %s and r.place = m.site_id
where m.site_id = %s and m.company_id = %s and r.worker <> %s
group by r.state order by r.state
"""


@dataclass(frozen=True, slots=True)
class TapNear:
    """近い読み取り: a tap of the worker, anywhere; `site` "" where none is registered."""

    at: datetime
    site: str


@dataclass(frozen=True, slots=True)
class RecordNear:
    """近い就業履歴: a record of the worker from the day before to the day after."""

    on: date
    site: str
    state: State
    first_in: datetime | None
    last_out: datetime | None


@dataclass(frozen=True, slots=True)
class Around:
    """前後の事実; `others`: how many others of the firm were there that day, by the state of their records."""

    taps: tuple[TapNear, ...]
    records: tuple[RecordNear, ...]
    others: tuple[tuple[State, int], ...]


def around(claim: DayClaim) -> Around:
    """The taps and records of the worker near the day, and the firm's other people there. Six statements."""
    on, own = claim.work_on, ids_of(claim.worker_id)
    begins = datetime.combine(on, time(), JST)
    taps = list(
        Tap.objects.filter(worker__in=own, at__gte=begins, at__lt=begins + timedelta(days=2))
        .order_by("at", "id")
        .values_list("happened_at", "place")[:_MOST_TAPS]
    )
    days = (on - ONE_DAY, on, on + ONE_DAY)
    records = list(WorkRecord.objects.filter(worker=own[0], work_on__in=days).order_by("work_on", "place"))
    names = _names({place for _, place in taps} | {record.place for record in records})
    near = tuple(
        RecordNear(row.work_on, names.get(row.place, ""), State(row.state), row.first_in, row.last_out)
        for row in records
    )
    return Around(
        tuple(TapNear(at, names.get(place, "")) for at, place in taps), near, _others(claim, own[0])
    )


def _names(places: Collection[int]) -> dict[int, str]:
    return dict(Site.objects.filter(pk__in=places).values_list("pk", "name"))


def _others(claim: DayClaim, worker: int) -> tuple[tuple[State, int], ...]:
    with connection.cursor() as cursor:
        cursor.execute(_OTHERS, [claim.work_on, claim.place_id, claim.company_id, worker])
        return tuple((State(state), count) for state, count in cursor.fetchall())
