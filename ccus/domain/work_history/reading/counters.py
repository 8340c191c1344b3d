"""通算: what a whole career adds up to (MONTH-01, REC-13). One statement."""

from dataclasses import dataclass
from datetime import date

from ccus.domain.work_history.reading.rows import COUNTED, rows
from ccus.domain.work_history.terms import State


@dataclass(frozen=True, slots=True)
class Totals:
    """通算: 就業日数 and 就業履歴数 (正式 and 連結待ち, D-25), the 正式 days among them, and the first work date.

    `awaiting` and `unapproved`: records that are 承認待ち and 承認なし. They stand beside the sums, never in them.
    """

    days: int
    records: int
    official_days: int
    first_on: date | None
    awaiting: int = 0
    unapproved: int = 0


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
), beside as (
    select count(*) filter (where state = 2) as awaiting, count(*) filter (where state = 3) as unapproved
    from work_record where worker = %(worker)s and state in (2, 3)
)
select closed.days + running.days, closed.records + running.records, closed.official_days + running.official_days,
       (select min(work_on) from work_record where worker = %(worker)s), beside.awaiting, beside.unapproved
from closed, running, beside
"""


def totals(worker: int) -> Totals:
    """通算の就業: closed months from `work_month`, later ones counted from `work_record`. One statement."""
    (row,) = rows(_TOTALS, {"worker": worker, "official": int(State.OFFICIAL), "counted": COUNTED})
    return Totals(*row)
