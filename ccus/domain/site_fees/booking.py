"""計上: bring the ledger to what the records say (USE-04, USE-05).

Each turn is a transaction of its own; a second run adds nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import Max

from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.site_fees import booking_sql, rules
from ccus.domain.site_fees.models import SiteFeeClose, SiteFeeMark
from ccus.domain.work_history.terms import State
from ccus.foundation.constraints import one_at_a_time

_WORKERS_A_TURN = 2_000
_CHANGES_A_TURN = 5_000
_MARK = 1
_OFFICIAL = {"official": int(State.OFFICIAL)}
Price = Callable[[date], int]


def book_days(*, at: datetime) -> int:
    """計上する: the open months whole, then days of closed months whose records changed. Returns the lines added."""
    price_on = daily_price()
    return _book_open_months(price_on, at) + _book_changes(price_on, at)


def daily_price() -> Price:
    """現場利用料 of a work date in yen, each day asked for once (USE-02)."""
    return cache(lambda on: price(FeeKind.SITE_USE, on=on))


def first_open_month() -> date | None:
    """締めていない最初の月: after the last closed one; the month of the first record at first, None without any."""
    last = SiteFeeClose.objects.aggregate(last=Max("month"))["last"]
    if last is not None:
        return rules.next_month(last)
    ((first,),) = rows(booking_sql.FIRST_RECORD, {})
    return first if isinstance(first, date) else None


def turns_of_workers() -> Iterator[dict[str, int]]:
    """The bounds of each turn over all workers."""
    ((highest,),) = rows(booking_sql.HIGHEST_WORKER, {})
    for after in range(0, highest, _WORKERS_A_TURN):
        yield {"after": after, "until": after + _WORKERS_A_TURN}


def rows(statement: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """What a statement answers."""
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor.fetchall())


def keep_ledger_still() -> None:
    """Let nobody else book or close until the end of the transaction."""
    one_at_a_time("site_fees", "ledger")


def _book_open_months(price_on: Price, at: datetime) -> int:
    added = 0
    for turn in turns_of_workers():
        with transaction.atomic():
            keep_ledger_still()
            first = first_open_month()
            if first is not None:
                added += _book(booking_sql.OPEN_MONTHS, turn | {"first": first}, first, price_on, at)
    return added


def _book_changes(price_on: Price, at: datetime) -> int:
    """Hear the changes behind the mark. The mark moves on to what was noted the time before, once nobody who ran then
    may still add to it; until then the same changes are heard again, which adds nothing.
    """
    ((newest, xmax, xmin),) = rows(booking_sql.NOW, {})
    mark = SiteFeeMark.objects.filter(pk=_MARK).first() or SiteFeeMark(_MARK, 0, newest, xmax)
    is_quiet = mark.noted_xmax <= xmin
    added = 0
    for after in range(mark.heard, newest, _CHANGES_A_TURN):
        with transaction.atomic():
            keep_ledger_still()
            first = first_open_month()
            if first is not None:
                turn = {"after": after, "until": after + _CHANGES_A_TURN}
                added += _book(booking_sql.CHANGED, turn, first, price_on, at)
    if is_quiet:
        mark = SiteFeeMark(_MARK, mark.noted, newest, xmax)
    mark.save()
    return added


def _book(statement: str, turn: Mapping[str, Any], first: date, price_on: Price, at: datetime) -> int:
    days = (rules.Day(*row) for row in rows(statement, {**turn, **_OFFICIAL}))
    lines = rules.difference(days, price_on)
    if lines:
        columns = zip(*lines, strict=True)
        given = dict(zip(("workers", "sites", "days", "ns", "amounts"), map(list, columns), strict=True))
        with connection.cursor() as cursor:
            cursor.execute(booking_sql.ADD, {**given, "first": first, "at": at})
    return len(lines)
