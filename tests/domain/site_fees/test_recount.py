"""A naive count of what the records said, evening by evening, agrees with ledger and accounts (USE-01 to USE-08).

The history is a real one: taps, a late roster, approvals, refusals, a shorter period, two IDs that become one person
and two again, in any order, with bookings and closings between.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import psycopg
import pytest

from ccus.domain.site_fees.booking import book_days
from ccus.domain.site_fees.closing import close_due_months, recount
from ccus.domain.site_fees.models import SiteFeeBill, SiteFeeLine
from ccus.domain.work_history.claim_terms import Answer
from ccus.foundation.databases import Databases
from tests.domain.work_history.claims import claim
from tests.domain.work_history.gate import HASTY, Gate, clock
from tests.domain.work_history.test_aliases import merge, separate

SEPTEMBER, OCTOBER = date(2020, 9, 1), date(2020, 10, 1)
MONTHS = (SEPTEMBER, OCTOBER, date(2020, 11, 1), date(2020, 12, 1))
SOON = datetime(2020, 9, 1, 3, tzinfo=UTC)
Key = tuple[int, int, date]


class Naive:
    """数え直し: what a clerk with a notebook would charge: one look at the records an evening, and the differences."""

    def __init__(self) -> None:
        self.charged: dict[Key, int] = {}
        self.booked: Counter[date] = Counter()

    def looks(self, official: set[Key], first_open: date) -> None:
        for key in official ^ set(self.charged):
            month = max(key[2].replace(day=1), first_open)
            if key in official:
                self.charged[key] = 3 if key[2] < date(2020, 10, 1) else 10
                self.booked[month] += self.charged[key]
            else:
                self.booked[month] -= self.charged.pop(key)


@pytest.fixture
def gate(fresh_database: Databases) -> Iterator[Gate]:
    """Two workers with taps in September and October of 2020, and no paper that reaches as far as a roster line."""
    with psycopg.connect(str(fresh_database.app), autocommit=True, options=HASTY) as line:
        gate = Gate(line).furnish()
        gate.period()
        for tier in (0, 1, 2):
            gate.accept(tier)
        gate.link(1)
        gate.link(2)
        for worker in (1, 2):
            for day in (28, 29, 30, 31, 32, 33):
                gate.tap(clock("08:00", f"{SEPTEMBER + timedelta(days=day - 1):%Y-%m-%d}"), worker=worker)
        yield gate


def happenings(gate: Gate) -> list[Callable[[], object]]:
    """What may happen to the days; each once, in any order but for the separation, which follows the merging."""
    ahead = SEPTEMBER + timedelta(days=9)

    def late_tap() -> None:
        gate.tap(clock("08:00", "2020-09-15"))
        gate.derive()

    def merged_and_apart() -> Iterator[None]:
        merge(gate)
        yield
        separate(gate)
        yield

    twice = merged_and_apart()
    return [
        lambda: gate.line(1),
        lambda: gate.line(2, since=date(2020, 9, 30)),
        lambda: claim(gate, ahead, prime=Answer.APPROVED, recorded=SOON),
        lambda: claim(gate, ahead, worker=2, prime=Answer.APPROVED, recorded=SOON),
        lambda: claim(gate, date(2020, 10, 9), prime=Answer.REFUSED, recorded=SOON),
        lambda: gate.change_period(until=date(2020, 10, 2)),
        lambda: gate.change_period(until=date(2021, 4, 1)),
        late_tap,
        lambda: next(twice),
        lambda: next(twice),
    ]


def official_days(gate: Gate) -> set[Key]:
    return {(*row,) for row in gate.sql("select worker, place, work_on from work_record where state = 0")}


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(1, 5))]
)
def test_the_ledger_agrees_with_a_clerk_who_counts_by_hand(gate: Gate, seed: int) -> None:
    chance, clerk = random.Random(seed), Naive()
    to_come, waiting = list(MONTHS), happenings(gate)
    chance.shuffle(waiting)
    gate.settle()
    gate.derive()
    for happens in waiting:
        happens()
        gate.settle()
        clerk.looks(official_days(gate), to_come[0])
        book_days(at=SOON)
        if len(to_come) > 1 and chance.random() < 0.4:
            close(gate, to_come.pop(0))
    assert booked_by_month() == {month: yen for month, yen in clerk.booked.items() if yen}
    assert sum(clerk.charged.values()) == sum(line.amount for line in SiteFeeLine.objects.all())
    assert all(official == charged for official, charged in map(recount, MONTHS))
    assert billed_and_carried() == sum(yen for month, yen in clerk.booked.items() if month not in to_come)


def close(gate: Gate, month: date) -> None:
    """The month is over, its sums stand, and its fees are closed."""
    gate.sql(
        "insert into month_close (month, announced_at, noted_xmax, summed_at) values (%s, %s, 1, %s)",
        month,
        SOON,
        SOON,
    )
    after = datetime(month.year, month.month, 5, 3, tzinfo=UTC) + timedelta(days=31)
    assert close_due_months(at=after) == (month,)


def booked_by_month() -> dict[date, int]:
    months: Counter[date] = Counter()
    for line in SiteFeeLine.objects.all():
        months[line.month] += line.amount
    return {month: yen for month, yen in months.items() if yen}


def billed_and_carried() -> int:
    bills = list(SiteFeeBill.objects.order_by("month"))
    return sum(bill.billed for bill in bills) + (bills[-1].carried_on if bills else 0)
