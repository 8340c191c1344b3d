"""月の就業: sums of closed months (MONTH-01 to MONTH-04). The running month is counted from `work_record`.

A month is closed in three steps, each its own transaction: announce it, so that later taps of the month take the
derivation's road; wait until every transaction that ran then has ended; sum it.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from ccus.domain.work_history import rules
from ccus.domain.work_history.scripts import Script

MonthOf = tuple[int, int]
"""(worker, day number of the month's first day)."""

CLOSED = "select max(month) - date '1970-01-01' from month_close"

_LOCK = """
insert into work_month (worker, month, days, records, official_days, official_records)
select worker, date '1970-01-01' + month, 0, 0, 0, 0
from unnest(%(workers)b::int8[], %(months)b::int4[]) as k(worker, month)
on conflict (worker, month) do update set worker = excluded.worker where false
"""
_SUM = """
with sums as (
    select k.worker, k.month, count(distinct r.work_on) filter (where r.state in (0, 1)) as days,
           count(*) filter (where r.state in (0, 1)) as records,
           count(distinct r.work_on) filter (where r.state = 0) as official_days,
           count(*) filter (where r.state = 0) as official_records
    from (select worker, date '1970-01-01' + month as month
          from unnest(%(workers)b::int8[], %(months)b::int4[]) as asked(worker, month)) k
    left join work_record r on r.worker = k.worker and r.work_on >= k.month
                           and r.work_on < (k.month + interval '1 month')::date
    group by k.worker, k.month
)
update work_month m
set days = s.days, records = s.records, official_days = s.official_days, official_records = s.official_records
from sums s where m.worker = s.worker and m.month = s.month
"""
_DROP_EMPTY = """
delete from work_month m using unnest(%(workers)b::int8[], %(months)b::int4[]) as k(worker, month)
where m.worker = k.worker and m.month = date '1970-01-01' + k.month and m.records = 0
"""
_DROP_SHARES = """
delete from work_month_share m using unnest(%(workers)b::int8[], %(months)b::int4[]) as k(worker, month)
where m.worker = k.worker and m.month = date '1970-01-01' + k.month
"""
_SHARE = """
insert into work_month_share (worker, month, trade, position, days)
select k.worker, k.month, r.trade, r.position, count(distinct r.work_on)
from (select worker, date '1970-01-01' + month as month
      from unnest(%(workers)b::int8[], %(months)b::int4[]) as asked(worker, month)) k
join work_record r on r.worker = k.worker and r.work_on >= k.month and r.work_on < (k.month + interval '1 month')::date
where r.state = 0 and r.trade is not null and r.position is not null
group by k.worker, k.month, r.trade, r.position
"""
STATEMENTS = (CLOSED, _LOCK, _SUM, _DROP_EMPTY, _DROP_SHARES, _SHARE)


def rewrite(touched: Iterable[MonthOf]) -> Script[None]:
    """閉じた月を書き直す: the sums of the touched months that are closed, in the derivation's own transaction.

    At most six statements. The rows are locked before the records are read, so of two derivations the later counts
    what the earlier wrote.
    """
    asked = sorted(touched)
    if not asked:
        return
    ((closed,),) = yield CLOSED, {}
    asked = [pair for pair in asked if closed is not None and pair[1] <= closed]
    if asked:
        yield from total(asked)


def total(pairs: Iterable[MonthOf]) -> Script[None]:
    """月を集計する: write the sums of these (worker, month), whatever was there."""
    asked = sorted(pairs)
    given = {"workers": [worker for worker, _ in asked], "months": [month for _, month in asked]}
    for statement in (_LOCK, _SUM, _DROP_EMPTY, _DROP_SHARES, _SHARE):
        yield statement, given


_FIRST = """
select coalesce((select max(month) + interval '1 month' from month_close)::date,
                least(date '2019-04-01', (select date_trunc('month', min(work_on)) from work_record)::date))
       - date '1970-01-01'
"""
_ANNOUNCE = """
insert into month_close (month, announced_at)
select m::date, %(at)b::timestamptz
from generate_series(date '1970-01-01' + %(first)b::int4, date '1970-01-01' + %(last)b::int4, interval '1 month') m
on conflict do nothing
"""
_NOTE = """
update month_close set noted_xmax = pg_snapshot_xmax(pg_current_snapshot())::text::int8
where summed_at is null and noted_xmax is null
"""
_QUIET = """
select min(month) - date '1970-01-01', max(month) - date '1970-01-01',
       bool_and(noted_xmax <= pg_snapshot_xmin(pg_current_snapshot())::text::int8)
from month_close where summed_at is null and noted_xmax is not null
"""
_PAIRS = """
select distinct worker, date_trunc('month', work_on)::date - date '1970-01-01'
from work_record
where worker > %(after)b::int8 and worker <= %(until)b::int8 and work_on >= date '1970-01-01' + %(first)b::int4
  and work_on < (date '1970-01-01' + %(last)b::int4 + interval '1 month')::date
"""
_SUMMED = """
update month_close set summed_at = %(at)b::timestamptz
where summed_at is null and month >= date '1970-01-01' + %(first)b::int4
  and month <= date '1970-01-01' + %(last)b::int4
"""
_WORKERS_A_TURN = 2_000


def announce(today: date, at: datetime) -> Script[None]:
    """月締めの予告: every ended month that is not closed yet, from the first with a record on (MONTH-02)."""
    last = rules.month_start(rules.month_start(rules.day_number(today)) - 1)
    ((first,),) = yield _FIRST, {}
    yield _ANNOUNCE, {"at": at, "first": first, "last": last}


def note() -> Script[None]:
    """Note, after the announcement was committed, which transactions may not have seen it."""
    yield _NOTE, {}


def noted_months() -> Script[tuple[int, int, bool] | None]:
    """First and last month that is not summed yet, and whether every transaction that may not know of it has ended."""
    ((first, last, is_quiet),) = yield _QUIET, {}
    return None if first is None else (first, last, is_quiet)


def highest_worker() -> Script[int]:
    """The highest key of a worker with a record."""
    ((highest,),) = yield "select coalesce(max(worker), 0) from work_record", {}
    return int(highest)


def total_workers(after: int, until: int, first: int, last: int) -> Script[None]:
    """Sum the months `first` to `last` of the workers with keys over `after` up to `until`."""
    pairs = yield _PAIRS, {"after": after, "until": until, "first": first, "last": last}
    if pairs:
        yield from total([(worker, month) for worker, month in pairs])


def finish(first: int, last: int, at: datetime) -> Script[None]:
    """月締めの完了: from now on the sums of these months stand for their records."""
    yield _SUMMED, {"at": at, "first": first, "last": last}


def close(run_alone: Callable[[Script[Any]], Any], today: date, at: datetime) -> bool:
    """月締め: announce, note, and sum if nobody is left who may not know (MONTH-02); else the next call sums.

    `run_alone` runs a script in a transaction of its own. Returns whether every ended month is summed now.
    """
    run_alone(announce(today, at))
    run_alone(note())
    noted = run_alone(noted_months())
    if noted is None:
        return True
    first, last, is_quiet = noted
    if not is_quiet:
        return False
    highest = run_alone(highest_worker())
    for after in range(0, highest, _WORKERS_A_TURN):
        run_alone(total_workers(after, after + _WORKERS_A_TURN, first, last))
    run_alone(finish(first, last, at))
    return True
