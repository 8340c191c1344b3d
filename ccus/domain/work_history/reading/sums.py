"""集計: 正式 days by site and work, trade, position, and both counters by year (PORTAL-36)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from ccus.domain.work_history.reading.rows import COUNTED, rows
from ccus.domain.work_history.site_sums import WorkDays


class YearSum(NamedTuple):
    """一年: 就業日数, 就業履歴数 and the 正式 days among them."""

    year: int
    days: int
    records: int
    official_days: int


@dataclass(frozen=True, slots=True)
class SiteSum:
    """現場の集計: its 正式 days, and how they fall on works (guide G15-6)."""

    name: str
    days: int
    works: tuple[WorkDays, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """集計. Days of trades, of positions and of works are each 正式 days and never add up: a day may have two."""

    years: tuple[YearSum, ...]
    sites: tuple[SiteSum, ...]
    trades: tuple[WorkDays, ...]
    positions: tuple[WorkDays, ...]


_YEARS = """
with unsummed as (
    select coalesce((select min(month) from month_close where summed_at is null),
                    (select (max(month) + interval '1 month')::date from month_close),
                    '-infinity'::date) as from_on
), months as (
    select extract(year from month)::int as year, days, records, official_days
    from work_month, unsummed where worker = %(worker)s and month < from_on
  union all
    select extract(year from work_on)::int, count(distinct work_on), count(*),
           count(distinct work_on) filter (where state = 0)
    from work_record, unsummed
    where worker = %(worker)s and work_on >= from_on and state = any(%(counted)s) group by 1
)
select year, sum(days), sum(records), sum(official_days) from months group by year order by year desc
"""
_WORKS = """
with own as (
    select r.work_on, r.place, r.trade, r.position,
           coalesce(nullif(c.work_content, ''), nullif(l.work_content, ''), nullif(n.work_content, ''), t.label,
                    '職種・作業内容なし') as work
    from work_record r
    left join trade t on t.id = r.trade
    left join roster_line l on l.id = r.line
    left join day_claim n on n.id = r.entry
    left join day_claim c on c.id = r.correction
    where r.worker = %(worker)s and r.state = 0
      and (%(year)s::int is null or (r.work_on >= make_date(%(year)s, 1, 1)
                                     and r.work_on < make_date(%(year)s + 1, 1, 1)))
), sums as (
    select grouping(place, work, trade, position) as kind, place, work, trade, position, count(distinct work_on) as days
    from own group by grouping sets ((place), (place, work), (trade), (position))
)
select kind, sums.place, coalesce(s.name, w.name, ''), sums.work, t.label, o.label, days
from sums
left join site s on s.place_id = sums.place
left join own_site w on w.place_id = sums.place and w.superseded_at is null
left join trade t on t.id = sums.trade
left join position o on o.id = sums.position
order by days desc, 3, 4, 5, 6
"""
_PLACE, _WORK, _TRADE, _POSITION = 0b0111, 0b0011, 0b1101, 0b1110


def years_of(worker: int) -> tuple[YearSum, ...]:
    """年ごとの就業, newest first: closed months from their sums, later ones counted. One statement."""
    given = {"worker": worker, "counted": COUNTED}
    return tuple(YearSum(*map(int, row)) for row in rows(_YEARS, given))


def sums_of(worker: int, *, year: int | None = None) -> Sums:
    """集計 of the whole career or of a year. Two statements: months' sums, and one aggregate on the worker's key."""
    found = rows(_WORKS, {"worker": worker, "year": year})
    works: dict[int, list[WorkDays]] = defaultdict(list)
    for kind, place, _, work, _, _, days in found:
        if kind == _WORK:
            works[place].append(WorkDays(work, days))
    return Sums(
        years=years_of(worker),
        sites=tuple(
            SiteSum(site, days, tuple(works[place]))
            for kind, place, site, *_, days in found
            if kind == _PLACE
        ),
        trades=_days(row[4::2] for row in found if row[0] == _TRADE and row[4]),
        positions=_days(row[5:] for row in found if row[0] == _POSITION and row[5]),
    )


def _days(found: Iterable[Any]) -> tuple[WorkDays, ...]:
    return tuple(WorkDays(label, days) for label, days in found)
