"""一覧: the records of a worker that a filter lets through, a page at a time (PORTAL-35)."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ccus.domain.work_history.reading.days import COLUMNS, NAMES, DayRecord, record_of
from ccus.domain.work_history.reading.rows import COUNTED, rows
from ccus.domain.work_history.terms import State


@dataclass(frozen=True, slots=True)
class Filter:
    """しぼりこみ: days from `from_on` up to the day before `until_on`; None: whatever it is. Keys of place, trade,
    position.
    """

    from_on: date | None = None
    until_on: date | None = None
    place: int | None = None
    trade: int | None = None
    position: int | None = None
    state: State | None = None


class Found(NamedTuple):
    """しぼりこんだ数: 就業日数 and 就業履歴数 of what was found, the 正式 days, and all records, counted or not."""

    days: int
    records: int
    official_days: int
    all_records: int


class SiteChoice(NamedTuple):
    """現場の選択肢: `value` is the 現場ID, or the key of a site of the worker's own description."""

    place: int
    value: str
    name: str


class CodeChoice(NamedTuple):
    """職種・立場の選択肢."""

    key: int
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Choices:
    """選べるもの: what the worker's own history holds."""

    sites: tuple[SiteChoice, ...]
    trades: tuple[CodeChoice, ...]
    positions: tuple[CodeChoice, ...]
    first_on: date | None


@dataclass(frozen=True, slots=True)
class ListedPage:
    """一覧の一頁: newest first; whole days. `older_than`: where the next page begins, None at the end."""

    records: tuple[DayRecord, ...]
    older_than: date | None


_WHERE = """
worker = %(worker)s and work_on >= coalesce(%(from_on)s, '-infinity'::date)
and work_on < coalesce(%(until_on)s, 'infinity'::date)
and (%(place)s::int8 is null or place = %(place)s) and (%(trade)s::int2 is null or trade = %(trade)s)
and (%(position)s::int2 is null or position = %(position)s) and (%(state)s::int2 is null or state = %(state)s)
"""
_PAGE = f"""
{COLUMNS}
from (select * from work_record where {_WHERE} and work_on < coalesce(%(before)s, 'infinity'::date)
      order by work_on desc, place limit %(limit)s) r
{NAMES}
order by r.work_on desc, r.last_tap_at desc, r.place
"""  # noqa: S608 - put together from constants
_FOUND = f"""
select count(distinct work_on) filter (where state = any(%(counted)s)),
       count(*) filter (where state = any(%(counted)s)),
       count(distinct work_on) filter (where state = 0), count(*)
from work_record where {_WHERE}
"""  # noqa: S608 - as above
_CHOICES = """
with own as (
    select array_agg(distinct place) as places, array_agg(distinct trade) as trades,
           array_agg(distinct position) as positions, min(work_on) as first_on
    from work_record where worker = %(worker)s
)
select 0, q.place, coalesce(s.number, w.key::text), coalesce(s.name, w.name), (select first_on from own)
from own, unnest(own.places) as q(place)
left join site s on s.place_id = q.place
left join own_site w on w.place_id = q.place and w.superseded_at is null
where s.place_id is not null or w.place_id is not null
union all select 1, t.id, t.code, t.label, null from own join trade t on t.id = any(own.trades)
union all select 2, o.id, o.code, o.label, null from own join position o on o.id = any(own.positions)
order by 1, 4, 2
"""


def listed(worker: int, wanted: Filter, *, before: date | None, limit: int) -> ListedPage:
    """一頁 of the records behind `before`. One statement, by the worker's key from the day on."""
    given = _given(worker, wanted) | {"before": before, "limit": limit + 1}
    found = [record_of(row) for row in rows(_PAGE, given)]
    if len(found) <= limit:
        return ListedPage(tuple(found), None)
    cut = found[-1].work_on
    whole = tuple(record for record in found if record.work_on > cut)
    return ListedPage(whole or tuple(found), whole[-1].work_on if whole else cut)


def counted(worker: int, wanted: Filter) -> Found:
    """しぼりこんだ数. One aggregate on the worker's key."""
    ((days, records, official_days, all_records),) = rows(
        _FOUND, _given(worker, wanted) | {"counted": COUNTED}
    )
    return Found(days, records, official_days, all_records)


def choices_of(worker: int) -> Choices:
    """選べるもの. One statement."""
    found = rows(_CHOICES, {"worker": worker})
    return Choices(
        sites=tuple(SiteChoice(key, value, name) for kind, key, value, name, _ in found if kind == 0),
        trades=tuple(CodeChoice(key, code, label) for kind, key, code, label, _ in found if kind == 1),
        positions=tuple(CodeChoice(key, code, label) for kind, key, code, label, _ in found if kind == 2),
        first_on=next((first_on for kind, *_, first_on in found if kind == 0), None),
    )


def _given(worker: int, wanted: Filter) -> dict[str, Any]:
    return {
        "worker": worker,
        "from_on": wanted.from_on,
        "until_on": wanted.until_on,
        "place": wanted.place,
        "trade": wanted.trade,
        "position": wanted.position,
        "state": None if wanted.state is None else int(wanted.state),
    }
