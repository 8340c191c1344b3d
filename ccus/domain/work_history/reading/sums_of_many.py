"""就業履歴の合計: of many workers at once, for pages that show others' sums (DISC-18). One statement each.

Keys only: who may see what, `disclosure` says.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ccus.domain.work_history.month_sql import SUMS_UNDER_FIRM
from ccus.domain.work_history.reading.rows import COUNTED, rows


@dataclass(frozen=True, slots=True)
class WorkSum:
    """就業日数 (正式 and 連結待ち), the 正式 days among them, and since when: the first day, or its month."""

    days: int
    official_days: int
    since: date


_ALL = """
with unsummed as (
    select coalesce((select min(month) from month_close where summed_at is null),
                    (select (max(month) + interval '1 month')::date from month_close),
                    '-infinity'::date) as from_on
), parts as (
    select worker, days, official_days, month as since
    from work_month, unsummed where worker = any(%(workers)s) and month < from_on and days > 0
  union all
    select worker, count(distinct work_on), count(distinct work_on) filter (where state = 0), min(work_on)
    from work_record, unsummed
    where worker = any(%(workers)s) and work_on >= from_on and state = any(%(counted)s) group by worker
)
select worker, sum(days), sum(official_days), min(since) from parts group by worker
"""
_AT_PLACES = """
select r.worker, count(distinct r.work_on), count(distinct r.work_on) filter (where r.state = 0), min(r.work_on)
from unnest(%(workers)s::int8[], %(places)s::int8[]) as k(worker, place)
join work_record r on r.worker = k.worker and r.place = k.place and r.state = any(%(counted)s)
group by r.worker
"""


def sums_of_all(workers: Collection[int]) -> dict[int, WorkSum]:
    """Worker → the whole career: closed months from their sums, later ones counted. Nothing for whoever has none."""
    return _sums(_ALL, {"workers": list(workers)})


def sums_at(pairs: Collection[tuple[int, int]]) -> dict[int, WorkSum]:
    """Worker → the days at the places paired with that worker."""
    ordered = sorted(pairs)
    return _sums(_AT_PLACES, {"workers": [w for w, _ in ordered], "places": [p for _, p in ordered]})


def sums_under(company: int, workers: Collection[int]) -> dict[int, WorkSum]:
    """Worker → the days under a firm (key), as its month reports count them (REPORT-02)."""
    return _sums(SUMS_UNDER_FIRM, {"workers": list(workers), "company": company})


def _sums(statement: str, given: dict[str, object]) -> dict[int, WorkSum]:
    found = rows(statement, {**given, "counted": COUNTED})
    return {
        worker: WorkSum(int(days), int(official_days), since) for worker, days, official_days, since in found
    }
