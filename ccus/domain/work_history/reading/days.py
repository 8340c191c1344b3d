"""日と月: the records of days, with the names that stand for their keys."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from ccus.domain.work_history.hours import Hours, hours_of
from ccus.domain.work_history.reading.rows import rows
from ccus.domain.work_history.reading.unrecorded import UnrecordedTap, unrecorded_taps
from ccus.domain.work_history.terms import COUNTED_STATES, Evidence, Reason, State
from ccus.foundation.periods import ONE_DAY

BESIDE = (State.AWAITING_APPROVAL, State.UNAPPROVED)
"""States that stand beside the sums, never in them (D-25)."""


@dataclass(frozen=True, slots=True)
class DayRecord:
    """一日の就業履歴: one worker, one site, one work date, with the names that stand for its keys.

    `began`, `ended`: the times of day that were typed in, where nobody's card was read. `is_entered`: an entry bears
    on the day, `is_corrected`: an approved correction says what was done. Work content is that of the correction,
    else of the roster line, else of the entry (REC-10). A site of the worker's own description is an own site.
    """

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
    is_own_site: bool = False
    is_entered: bool = False
    is_corrected: bool = False
    began: time | None = None
    ended: time | None = None
    last_in: datetime | None = None

    @property
    def hours(self) -> Hours:
        """時間の幅: what the readings say of hours (REC-17)."""
        return hours_of(self.first_in, self.last_in, self.last_out)

    @property
    def is_counted(self) -> bool:
        """Whether the day counts in 就業日数 and 就業履歴数 (D-25)."""
        return self.state in COUNTED_STATES

    @property
    def is_tapped(self) -> bool:
        """Whether a card or its number was read that day."""
        return self.evidence <= Evidence.CARD_NUMBER_ONLY


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

    @property
    def beside(self) -> tuple[tuple[State, int], ...]:
        """承認待ち and 承認なし: records that no sum counts, and how many (PORTAL-31)."""
        states = [record.state for day in self.days for record in day.records]
        return tuple((state, states.count(state)) for state in BESIDE if state in states)


def month_after(first: date) -> date:
    """The first day of the next month."""
    return (first.replace(day=1) + timedelta(days=32)).replace(day=1)


COLUMNS = """
select r.work_on, r.place, coalesce(s.name, w.name, ''), coalesce(p.name, w.prime_name, ''), r.state, r.reasons,
       r.evidence, r.first_in, r.last_out, t.label, o.label,
       coalesce(nullif(c.work_content, ''), l.work_content, n.work_content),
       coalesce(e.name, nullif(m.stand_in_name, ''), f.name, nullif(w.employer_name, '')),
       s.place_id is null, r.entry is not null, r.correction is not null, n.began, n.ended, r.last_in
"""
NAMES = """
left join site s on s.place_id = r.place
left join own_site w on w.place_id = r.place and w.superseded_at is null
left join company p on p.id = s.prime_id
left join trade t on t.id = r.trade
left join position o on o.id = r.position
left join roster_line l on l.id = r.line
left join structure_member m on m.id = r.member
left join company e on e.id = m.company_id
left join day_claim n on n.id = r.entry
left join company f on f.id = n.company_id
left join day_claim c on c.id = r.correction
"""
_RECORDS = f"""
{COLUMNS}
from (select * from work_record
      where worker = %s and work_on >= %s and work_on < %s order by work_on desc, place limit %s) r
{NAMES}
order by r.work_on desc, r.last_tap_at desc, r.place
"""  # noqa: S608 - put together from constants of this file


def records_between(
    worker: int, from_on: date, until_on: date, *, limit: int | None = None
) -> list[DayRecord]:
    """Records from a day up to the day before another, newest first. One statement."""
    return [record_of(row) for row in rows(_RECORDS, [worker, from_on, until_on, limit])]


def month_of(worker: int, month: date) -> Month:
    """ある月の就業履歴: records of the month, and taps of it that made none. Two statements."""
    first, end = month.replace(day=1), month_after(month)
    return Month(first, days_between(worker, first, end))


def days_between(worker: int, first: date, end: date) -> tuple[Day, ...]:
    """日ごとの就業履歴 from `first` up to the day before `end`, oldest first. Two statements."""
    records = list(reversed(records_between(worker, first, end)))
    recorded = {(record.work_on, record.place) for record in records}
    unrecorded = [
        tap for tap in unrecorded_taps(worker, first, end) if (tap.work_on, tap.place) not in recorded
    ]
    on_days = sorted({record.work_on for record in records} | {tap.work_on for tap in unrecorded})
    return tuple(
        Day(
            on,
            tuple(record for record in records if record.work_on == on),
            tuple(tap for tap in unrecorded if tap.work_on == on),
        )
        for on in on_days
    )


def latest_days(worker: int, *, until: date, limit: int) -> tuple[DayRecord, ...]:
    """最近の就業履歴: the newest records up to a day, newest first. One statement."""
    return tuple(records_between(worker, date.min, until + ONE_DAY, limit=limit))


def record_of(row: tuple[Any, ...]) -> DayRecord:
    """A row of `COLUMNS` as a record."""
    on, place, site, prime, state, reasons, evidence, *rest = row
    return DayRecord(
        on, place, site, prime, State(state), tuple(map(Reason, reasons)), Evidence(evidence), *rest
    )
