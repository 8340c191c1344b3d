"""〇月〇日の時点で: a month as it was known at a past moment, beside what is known now (REC-08, PORTAL-37)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection

from ccus.domain.codes.models import Position, Trade
from ccus.domain.sites.models import Site
from ccus.domain.work_history import rules
from ccus.domain.work_history.derivation import derive
from ccus.domain.work_history.folding import Record
from ccus.domain.work_history.models import OwnSite
from ccus.domain.work_history.reading.days import DayRecord, month_after, records_between
from ccus.domain.work_history.scripts import Script, run
from ccus.domain.work_history.settling import Affected, expand
from ccus.domain.work_history.standing import Key
from ccus.domain.work_history.terms import COUNTED_STATES, Reason, State


class Known(NamedTuple):
    """知られていた内容: what the register said of a day at a place."""

    state: State
    reasons: tuple[Reason, ...]
    trade: str
    position: str


@dataclass(frozen=True, slots=True)
class KnownDay:
    """一日 at one place, as known `then` and `now`; None: no record."""

    on: date
    site_name: str
    then: Known | None
    now: Known | None

    @property
    def is_different(self) -> bool:
        """Whether state or work became others since; reasons alone say the same with other words."""
        return (
            self.then is None
            or self.now is None
            or self.then._replace(reasons=()) != self.now._replace(reasons=())
        )


@dataclass(frozen=True, slots=True)
class KnownMonth:
    """ある時点の月: its days in order; sums are those of then (D-25)."""

    first: date
    days: tuple[KnownDay, ...]

    @property
    def known(self) -> tuple[KnownDay, ...]:
        """The records that stood then."""
        return tuple(day for day in self.days if day.then is not None)

    @property
    def different(self) -> tuple[KnownDay, ...]:
        """What is another one now."""
        return tuple(day for day in self.days if day.is_different)

    @property
    def worked_days(self) -> int:
        """就業日数 as known then."""
        return len({day.on for day in self.days if day.then and day.then.state in COUNTED_STATES})

    @property
    def counted_records(self) -> int:
        """就業履歴数 as known then."""
        return sum(day.then is not None and day.then.state in COUNTED_STATES for day in self.days)


def month_known(worker: int, month: date, *, at: datetime) -> KnownMonth:
    """ある時点の就業履歴 of a worker (key): facts recorded, received and not superseded then. Nothing is written.

    A constant number of statements.
    """
    first, end = month.replace(day=1), month_after(month)
    with connection.cursor() as cursor:
        derived = run(cursor, _derived(worker, first, end, at))
    now = {(record.work_on, record.place): record for record in records_between(worker, first, end)}
    names = _names({place for _, place in derived} - {place for _, place in now})
    names |= {record.place: record.site_name for record in now.values()}
    trades = _labels(Trade, (record.trade for record in derived.values()))
    positions = _labels(Position, (record.position for record in derived.values()))
    then = {
        key: Known(
            record.state,
            record.reasons,
            trades.get(record.trade or 0, ""),
            positions.get(record.position or 0, ""),
        )
        for key, record in derived.items()
    }
    days = (
        KnownDay(on, names.get(place, ""), then.get((on, place)), _now(now.get((on, place))))
        for on, place in sorted({*then, *now})
    )
    return KnownMonth(first, tuple(days))


def _derived(worker: int, first: date, end: date, at: datetime) -> Script[Mapping[tuple[date, int], Record]]:
    from_day, until_day = rules.day_number(first), rules.day_number(end)
    keys: list[Key] = yield from expand([Affected(0, worker, 0, from_day, until_day, None)])
    asked = [key for key in keys if key[0] == worker and from_day <= key[2] < until_day]
    derived = yield from derive(asked, known_at=at)
    return {
        (rules.date_of(day), place): record
        for (whose, place, day), record in derived.records.items()
        if whose == worker
    }


def _now(record: DayRecord | None) -> Known | None:
    if record is None:
        return None
    return Known(record.state, record.reasons, record.trade or "", record.position or "")


def _names(places: Iterable[int]) -> dict[int, str]:
    """Names of places that have no record of the month now."""
    asked = list(places)
    own = OwnSite.objects.filter(place__in=asked, superseded_at=None).values_list("place", "name")
    return dict(own) | dict(Site.objects.filter(pk__in=asked).values_list("pk", "name"))


def _labels(table: type[Trade] | type[Position], keys: Iterable[int | None]) -> dict[int, str]:
    asked = {key for key in keys if key is not None}
    return dict(table.objects.filter(pk__in=asked).values_list("pk", "label"))
