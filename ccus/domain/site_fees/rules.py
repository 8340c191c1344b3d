"""現場利用料の規則: which lines a day still lacks, when a month is closed, and what of it is billed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

_FISCAL_YEAR_ENDS = 3
_MONTH_AND_A_BIT = timedelta(days=32)


class Day(NamedTuple):
    """現場の一日: whether it is 正式 now, how many lines the ledger holds of it, and what stands there in yen."""

    worker: int
    site: int
    on: date
    is_official: bool
    lines: int
    standing: int


class Line(NamedTuple):
    """台帳に足す行: the `n`th of its day, in yen."""

    worker: int
    site: int
    on: date
    n: int
    amount: int


@dataclass(frozen=True, slots=True)
class Terms:
    """精算の決まり from a month on: closed on this day of the next month, billed from so many yen (USE-07, USE-09)."""

    from_month: date
    closes_on: int
    least: int


@dataclass(frozen=True, slots=True)
class Account:
    """精算: of `carried` from before and what is booked, this is billed, and that carried on. In yen."""

    billed: int
    carried_on: int


TERMS = (Terms(date(2019, 4, 1), closes_on=5, least=1_000),)
"""The dated terms, earliest first; the first holds for the months before it too."""


def difference(days: Iterable[Day], price: Callable[[date], int]) -> list[Line]:
    """What the ledger lacks: a charge for what is 正式, a counter-row for what no longer is (USE-01 to USE-04).

    >>> difference([Day(7, 3, date(2026, 11, 2), True, 0, 0)], lambda on: 10)
    [Line(worker=7, site=3, on=datetime.date(2026, 11, 2), n=1, amount=10)]
    """
    lines = []
    for worker, site, on, is_official, held, standing in days:
        if is_official == (standing > 0):
            continue
        amount = price(on) if is_official else -standing
        if amount:
            lines.append(Line(worker, site, on, held + 1, amount))
    return lines


def month_of(day: date) -> date:
    """The first day of the month."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return (month.replace(day=1) + _MONTH_AND_A_BIT).replace(day=1)


def terms_of(month: date) -> Terms:
    """The terms that hold for a month."""
    return max((terms for terms in TERMS if terms.from_month <= month), default=TERMS[0], key=_since)


def closes_on(month: date) -> date:
    """締めの日: the day from which the month may be closed (USE-07)."""
    return next_month(month).replace(day=terms_of(month).closes_on)


def account(*, carried: int, booked: int, month: date) -> Account:
    """精算する (USE-09): a small sum waits until it is reached or March ends the fiscal year, a credit for more days.

    >>> account(carried=400, booked=590, month=date(2026, 11, 1))
    Account(billed=0, carried_on=990)
    """
    owed = carried + booked
    is_due = owed >= terms_of(month).least or (month.month == _FISCAL_YEAR_ENDS and owed > 0)
    return Account(owed, 0) if is_due else Account(0, owed)


def _since(terms: Terms) -> date:
    return terms.from_month
