"""記録にならなかった読み取り: taps that made no record (D-13)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from ccus.domain.work_history import rules
from ccus.domain.work_history.reading.rows import rows
from ccus.domain.work_history.terms import Outcome, Reason


@dataclass(frozen=True, slots=True)
class UnrecordedTap:
    """記録にならなかった読み取り: a tap of this worker that made no record, with the reasons (D-13)."""

    work_on: date
    place: int
    site_name: str
    happened_at: datetime
    reasons: tuple[Reason, ...]


_UNRECORDED = """
select t.place, coalesce(s.name, ''), t.happened_at, t.reasons
from tap t left join site s on s.place_id = t.place
where t.worker = %s and t.at >= %s and t.at < %s and t.outcome = %s
order by t.happened_at, t.at, t.id
"""


def unrecorded_taps(worker: int, first: date, end: date) -> list[UnrecordedTap]:
    """Those that happened from `first` up to the day before `end`. One statement."""
    read = rows(_UNRECORDED, [worker, *raw_bounds(first, end), int(Outcome.NOT_RECORDED)])
    found = (
        UnrecordedTap(
            rules.date_of(rules.day_of(int(at.timestamp() * 1000))),
            place,
            site,
            at,
            tuple(map(Reason, reasons)),
        )
        for place, site, at, reasons in read
    )
    return [tap for tap in found if first <= tap.work_on < end]


def raw_bounds(first: date, end: date) -> list[datetime]:
    """Where taps of these days lie by the reader's raw clock, the partition key: a day's slack at both ends."""
    days = rules.day_number(first) - 1, rules.day_number(end) + 1
    return [datetime.fromtimestamp(rules.start_of(day) / 1000, tz=UTC) for day in days]
