"""検索の文: the one place where a search becomes SQL. Parameters: the criteria by name, `on` (day), `seed`, `asked`.

`base` are those whom everybody may find; `opened` their items that worker and employers opened, by the sentence of
disclosure itself; `judged` says of each, criterion by criterion: true, false, or null where the item is closed, in
which case the value is not read (SEEK-02).
"""

from ccus.domain.disclosure.switches import OPENED
from ccus.domain.searching.criteria import NARROWING, Criteria

_VISIBLE = {
    "number": "w.number = %(number)s",
    "kana": "w.id in (select x.worker_id from worker_name x where x.kana like %(kana)s || '%%' and {holds})",
    "trade": """w.id in (
        select x.worker_id from worker_trade x join trade c on c.id = x.trade_id
        where x.rank = 1 and c.code = %(trade)s and {holds})""",
    "colour": """w.id in (
        select x.worker_id from card x where x.colour = %(colour)s and {good}
        and not exists (select from card y where y.worker_id = x.worker_id and y.serial > x.serial and {newer}))""",
}
_MATCHES = {
    "qualification": """exists (
        select from qualification x
        where x.worker_id = b.id and x.qualification_id = %(qualification)s and {holds}
        union all select from core_worker_qualification x
        where x.worker_id = b.id and x.qualification_id = %(qualification)s and {holds})""",
    "prefecture": """exists (
        select from contact x where x.worker_id = b.id and x.prefecture_id = %(prefecture)s and {holds})""",
    "skill": """exists (
        select from worker_trade x join trade c on c.id = x.trade_id
        where x.worker_id = b.id and c.code = %(skill)s and {holds})""",
    "years": "exists (select from experience x where x.worker_id = b.id and x.years >= %(years)s and {holds})",
    "born_from": "extract(year from b.birth_on) >= %(born_from)s",
    "born_until": "extract(year from b.birth_on) <= %(born_until)s",
}
# `offset 0`: worker by worker, whatever the planner guesses of how many were found.
_VALUES = {
    "prefecture": "select x.prefecture_id from contact x where x.worker_id = f.id and {holds} offset 0",
    "qualification": """
        select x.qualification_id from qualification x where x.worker_id = f.id and {holds}
        union select x.qualification_id from core_worker_qualification x where x.worker_id = f.id and {holds}""",
    "skill": """
        select c.code from worker_trade x join trade c on c.id = x.trade_id
        where x.worker_id = f.id and {holds} offset 0""",
}
COUNTED = tuple(_VALUES)
"""Criteria beside whose choices numbers stand (SEEK-04)."""
_OF_ALL = OPENED.replace(
    "w.worker_id = any(%(workers)s::int8[])",
    "w.worker_id in (select id from base) and w.item = any(%(asked)s)",
)
_FOUND = """
with base as materialized (
  select w.id, w.birth_on from worker w where {visible}
  and not exists (select from withdrawal x where x.worker_id = w.id and x.returned_at is null)
  and not exists (select from worker_alias x where x.worker_id = w.id and x.superseded_at is null)
), opened as materialized ({opened}
), judged as (
  select b.id, array[{judged}]::bool[] as answers from base b
), found as (
  select j.id, coalesce(true = all(j.answers), false) as fits from judged j
  where (false = any(j.answers)) is not true
)
"""
# An `in` that stands in no plain condition is looked up by hash; the planner expects one row of a CTE, and would loop.
_JUDGED = """
case when b.id in (select o.worker_id from opened o where o.item = '{item}') then {matches} end"""
_PAGE = """
select f.id, f.fits from found f
order by f.fits desc, md5(f.id::text || %(seed)s), f.id offset %(skip)s limit %(many)s
"""
_COUNT = """
select '{name}', v.code, count(*) from found f cross join lateral ({values}) as v(code)
where (f.id in (select o.worker_id from opened o where o.item = '{item}')) is true
and (select count(*) from base) <= %(most)s
group by v.code having count(*) >= %(fewest)s
"""
_SHORT = {
    "{holds}": "x.superseded_at is null and daterange(x.valid_from, x.valid_until) @> %(on)s::date",
    "{good}": "not exists (select from card_revocation r where r.card_id = x.id)",
    "{newer}": "not exists (select from card_revocation r where r.card_id = y.id)",
}


def page_of(criteria: Criteria) -> str:
    """Keys of a page in the order of the day, from `skip`, `many` at most: worker, whether everything asked fits."""
    return _said(_found(criteria) + _PAGE)


def counts_of(criteria: Criteria) -> str:
    """人数 of each choice: criterion, code, how many of those found have opened it and hold it (SEEK-04).

    Nothing where the criteria that everybody may see bring in more than `most`.
    """
    counts = [
        _filled(_COUNT, name=name, item=NARROWING[name], values=values) for name, values in _VALUES.items()
    ]
    return _said(_found(criteria) + " union all ".join(counts))


def _found(criteria: Criteria) -> str:
    return _filled(
        _FOUND,
        visible=" and ".join(sql for name, sql in _VISIBLE.items() if getattr(criteria, name)),
        opened=_OF_ALL,
        judged=", ".join(
            _filled(_JUDGED, item=NARROWING[name], matches=_MATCHES[name]) for name in criteria.narrowing
        ),
    )


def _filled(template: str, **parts: str) -> str:
    """The template with its parts: words of this file alone, never what somebody typed."""
    for name, sql in parts.items():
        template = template.replace(f"{{{name}}}", sql)
    return template


def _said(statement: str) -> str:
    for short, sql in _SHORT.items():
        statement = statement.replace(short, sql)
    return statement
