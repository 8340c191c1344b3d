"""就業履歴を読む: what a person's pages show. Every function is one or two statements, whatever the history's length.

All of them go by the key (worker, work_on, place) of `work_record`, by (worker, month) of `work_month` and by the
index (worker, at) of `tap` with the month's bounds, so nothing here reads more than the days it shows (PORTAL-03).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connection

from ccus.domain.work_history import rules
from ccus.domain.work_history.terms import COUNTED_STATES, Evidence, Outcome, Reason, State
from ccus.foundation.periods import ONE_DAY

_COUNTED = [int(state) for state in COUNTED_STATES]


@dataclass(frozen=True, slots=True)
class DayRecord:
    """一日の就業履歴: one worker, one site, one work date, with the names that stand for its keys."""

    work_on: date
    place: int
    site_name: str
    prime_name: str
    state: State
    reasons: tuple[Reason, ...]
    evidence: Evidence
    first_in: datetime | None
    last_out: datetime | None
    trade: str | None
    position: str | None
    work_content: str | None
    under: str | None

    @property
    def is_counted(self) -> bool:
        """Whether the day counts in 就業日数 and 就業履歴数 (D-25)."""
        return self.state in COUNTED_STATES


@dataclass(frozen=True, slots=True)
class UnrecordedTap:
    """記録にならなかった読み取り: a tap of this worker that made no record, with the reasons (D-13)."""

    work_on: date
    place: int
    site_name: str
    happened_at: datetime
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """ある一日: its records, and the taps of places that made none."""

    on: date
    records: tuple[DayRecord, ...]
    unrecorded: tuple[UnrecordedTap, ...]

    @property
    def state(self) -> State | None:
        """The best state among the records (D-25); None where there are only taps without a record."""
        return min((record.state for record in self.records), default=None)

    @property
    def is_plain(self) -> bool:
        """Nothing to explain: every record is 正式 and no tap was in vain."""
        return not self.unrecorded and all(record.state is State.OFFICIAL for record in self.records)


@dataclass(frozen=True, slots=True)
class Month:
    """ある月の就業: only days on which something happened, oldest first."""

    first: date
    days: tuple[Day, ...]

    def day(self, on: date) -> Day | None:
        """The day `on`, if something happened on it."""
        return next((day for day in self.days if day.on == on), None)

    @property
    def worked_days(self) -> int:
        """就業日数 of the month: days with at least one counted record."""
        return sum(any(record.is_counted for record in day.records) for day in self.days)

    @property
    def counted_records(self) -> int:
        """就業履歴数 of the month."""
        return sum(record.is_counted for day in self.days for record in day.records)

    @property
    def waiting_days(self) -> tuple[Day, ...]:
        """Days that are 連結待ち at best."""
        return tuple(day for day in self.days if day.state is State.UNLINKED)


@dataclass(frozen=True, slots=True)
class Totals:
    """通算: 就業日数 and 就業履歴数 (正式 and 連結待ち, D-25), the 正式 days among them, and the first work date."""

    days: int
    records: int
    official_days: int
    first_on: date | None


@dataclass(frozen=True, slots=True)
class SiteAtWork:
    """就業している現場: one site with what the worker does there. `tier` is None without a roster line."""

    place: int
    number: str
    name: str
    address: str
    prime_name: str
    under: str | None
    tier: int | None
    trade: str | None
    position: str | None
    period_from: date | None
    period_until: date | None
    days_this_month: int
    last_tap_at: datetime | None

    @property
    def last_day(self) -> date | None:
        """The last day of the period; its end is exclusive in the table."""
        return self.period_until and self.period_until - ONE_DAY


def month_after(first: date) -> date:
    """The first day of the next month."""
    return (first.replace(day=1) + timedelta(days=32)).replace(day=1)


_RECORDS = """
select r.work_on, r.place, coalesce(s.name, ''), coalesce(p.name, ''), r.state, r.reasons, r.evidence,
       r.first_in, r.last_out, t.label, o.label, l.work_content, e.name
from (select * from work_record
      where worker = %s and work_on >= %s and work_on < %s order by work_on desc, place limit %s) r
left join site s on s.place_id = r.place
left join company p on p.id = s.prime_id
left join trade t on t.id = r.trade
left join position o on o.id = r.position
left join roster_line l on l.id = r.line
left join structure_member m on m.id = r.member
left join company e on e.id = m.company_id
order by r.work_on desc, r.last_tap_at desc, r.place
"""
_UNRECORDED = """
select t.place, coalesce(s.name, ''), t.happened_at, t.reasons
from tap t left join site s on s.place_id = t.place
where t.worker = %s and t.at >= %s and t.at < %s and t.outcome = %s
order by t.happened_at
"""


def month_of(worker: int, month: date) -> Month:
    """ある月の就業履歴: records of the month, and taps of it that made none. Two statements."""
    first, end = month.replace(day=1), month_after(month)
    records = [_record(row) for row in reversed(_rows(_RECORDS, [worker, first, end, None]))]
    recorded = {(record.work_on, record.place) for record in records}
    unrecorded = [
        tap
        for tap in _unrecorded(worker, first, end)
        if first <= tap.work_on < end and (tap.work_on, tap.place) not in recorded
    ]
    on_days = sorted({record.work_on for record in records} | {tap.work_on for tap in unrecorded})
    return Month(
        first=first,
        days=tuple(
            Day(
                on,
                tuple(record for record in records if record.work_on == on),
                tuple(tap for tap in unrecorded if tap.work_on == on),
            )
            for on in on_days
        ),
    )


def latest_days(worker: int, *, until: date, limit: int) -> tuple[DayRecord, ...]:
    """最近の就業履歴: the newest records up to a day, newest first. One statement."""
    return tuple(_record(row) for row in _rows(_RECORDS, [worker, date.min, until + ONE_DAY, limit]))


_TOTALS = """
with unsummed as (
    select coalesce((select min(month) from month_close where summed_at is null),
                    (select (max(month) + interval '1 month')::date from month_close),
                    '-infinity'::date) as from_on
), closed as (
    select coalesce(sum(days), 0) as days, coalesce(sum(records), 0) as records,
           coalesce(sum(official_days), 0) as official_days
    from work_month, unsummed where worker = %(worker)s and month < from_on
), running as (
    select count(distinct work_on) as days, count(*) as records,
           count(distinct work_on) filter (where state = %(official)s) as official_days
    from work_record, unsummed where worker = %(worker)s and work_on >= from_on and state = any(%(counted)s)
)
select closed.days + running.days, closed.records + running.records, closed.official_days + running.official_days,
       (select min(work_on) from work_record where worker = %(worker)s)
from closed, running
"""


def totals(worker: int) -> Totals:
    """通算の就業: closed months from `work_month`, later ones counted from `work_record`. One statement."""
    (row,) = _rows(_TOTALS, {"worker": worker, "official": int(State.OFFICIAL), "counted": _COUNTED})
    return Totals(*row)


_SITES = """
with lines as (
    select l.place_id as place, l.member_id, l.trade_id, l.position_id, l.valid_from
    from roster_line l
    where l.worker_id = %(worker)s and l.superseded_at is null
      and l.valid_from <= %(today)s and (l.valid_until is null or l.valid_until > %(today)s)
), recent as (
    select place, count(distinct work_on) filter (where work_on >= %(month)s and state = any(%(counted)s)) as days,
           max(last_tap_at) as last_tap_at
    from work_record where worker = %(worker)s and work_on >= least(%(month)s, %(since)s) and work_on <= %(today)s
    group by place
), places as (select place from lines union select place from recent)
select s.place_id, s.number, s.name, s.address, p.name, e.name, m.tier, t.label, o.label,
       d.valid_from, d.valid_until, coalesce(r.days, 0),
       coalesce(r.last_tap_at, (select max(w.last_tap_at) from work_record w
                                where w.worker = %(worker)s and w.place = s.place_id and w.work_on >= l.valid_from))
from places
join site s on s.place_id = places.place
join company p on p.id = s.prime_id
left join recent r on r.place = s.place_id
left join lines l on l.place = s.place_id
left join structure_member m on m.id = l.member_id
left join company e on e.id = m.company_id
left join trade t on t.id = l.trade_id
left join position o on o.id = l.position_id
left join lateral (
    select valid_from, valid_until from accumulation_period a
    where a.site_id = s.place_id and a.superseded_at is null order by a.valid_from desc limit 1
) d on true
where r.place is not null or d.valid_until is null or d.valid_until > %(today)s
order by r.last_tap_at desc nulls last, s.name, s.place_id
"""
RECENT = timedelta(days=30)


def sites_of(worker: int, *, today: date) -> tuple[SiteAtWork, ...]:
    """就業している現場一覧: sites with a roster line today, and those worked at within 30 days. One statement."""
    given = {
        "worker": worker,
        "today": today,
        "month": today.replace(day=1),
        "since": today - RECENT,
        "counted": _COUNTED,
    }
    return tuple(SiteAtWork(*row) for row in _rows(_SITES, given))


_STAMP = """
select (select extract(epoch from happened_at) from presence where worker = %(worker)s),
       count(*), sum(state), sum(cardinality(reasons)), sum(extract(epoch from last_tap_at))
from work_record where worker = %(worker)s and work_on >= %(since)s
"""


def stamp(worker: int, *, since: date) -> str:
    """What changes when a tap arrives or a recent day changes its state; for asking cheaply whether to look again."""
    (row,) = _rows(_STAMP, {"worker": worker, "since": since})
    return "-".join("" if value is None else str(value) for value in row)


def _rows(sql: str, given: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _record(row: tuple[Any, ...]) -> DayRecord:
    on, place, site, prime, state, reasons, evidence, *rest = row
    return DayRecord(on, place, site, prime, State(state), _reasons(reasons), Evidence(evidence), *rest)


def _reasons(codes: list[int]) -> tuple[Reason, ...]:
    return tuple(Reason(code) for code in codes)


def _unrecorded(worker: int, first: date, end: date) -> list[UnrecordedTap]:
    # `at` is the reader's raw clock: a day's slack at both ends, then the corrected time decides the day.
    start_ms = rules.start_of(rules.day_number(first) - 1)
    end_ms = rules.start_of(rules.day_number(end) + 1)
    bounds = [datetime.fromtimestamp(ms / 1000, tz=UTC) for ms in (start_ms, end_ms)]
    rows = _rows(_UNRECORDED, [worker, *bounds, int(Outcome.NOT_RECORDED)])
    return [
        UnrecordedTap(
            rules.date_of(rules.day_of(int(at.timestamp() * 1000))), place, site, at, _reasons(reasons)
        )
        for place, site, at, reasons in rows
    ]
