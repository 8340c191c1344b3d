"""Ten years of one worker: both counters against a recount by hand, out of the facts alone (MONTH-01)."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import psycopg
import pytest

from ccus.domain.work_history import months
from ccus.domain.work_history.claim_terms import Answer
from ccus.domain.work_history.reading import totals
from ccus.foundation.databases import Databases
from tests.domain.work_history.claims import claim
from tests.domain.work_history.gate import HASTY, JST, Gate

pytestmark = pytest.mark.usefixtures("real_clock")

FIRST, YEARS = date(2019, 4, 1), 10
CLOSED_AT = datetime(2029, 4, 3, 1, 20, tzinfo=JST)
ON_ROSTER_UNTIL = date(2027, 4, 1)
FATES = (None, Answer.APPROVED, Answer.APPROVED, Answer.REFUSED, Answer.LAPSED)


@dataclass
class Decade:
    """What happened: days with a card, and days that were entered with what the prime said."""

    gate: Gate
    tapped: set[tuple[date, int]] = field(default_factory=set)
    entered: dict[tuple[date, int], Answer | None] = field(default_factory=dict)

    def counted(self, on: date, place: int) -> bool:
        """Whether that day there counts: a card, or a word that the prime took."""
        return (on, place) in self.tapped or self.entered.get((on, place)) is Answer.APPROVED

    def official(self, on: date, place: int) -> bool:
        """Whether it is 正式: somebody approved it, or the card was read while the roster named the worker."""
        is_approved = self.entered.get((on, place)) is Answer.APPROVED
        return is_approved or ((on, place) in self.tapped and place == 1 and on < ON_ROSTER_UNTIL)


@pytest.fixture
def decade(fresh_database: Databases) -> Iterator[Decade]:
    """Ten years at two sites; the roster of the second was never written, that of the first ends early."""
    chance = random.Random(20261123)
    with psycopg.connect(str(fresh_database.app), autocommit=True, options=HASTY) as line:
        gate = Gate(line).furnish()
        for place in (1, 2):
            gate.period(place, since=FIRST)
        for tier in (0, 1, 2):
            gate.accept(tier, since=FIRST)
        gate.link(since=FIRST)
        gate.line(since=FIRST, until=ON_ROSTER_UNTIL)
        yield _live(Decade(gate), chance)


def _live(decade: Decade, chance: random.Random) -> Decade:
    gate = decade.gate
    with gate.connection.transaction():
        for n in range(YEARS * 365):
            on = FIRST + timedelta(days=n)
            for place in (1, 2):
                happened = chance.random()
                if happened < (0.5 if place == 1 else 0.1):
                    decade.tapped.add((on, place))
                elif happened > 0.97:
                    decade.entered[on, place] = fate = chance.choice(FATES)
                    claim(gate, on, place=place, prime=fate)
                    gate.known.append((1, place, datetime.combine(on, time(12), JST)))
        hours = (
            (datetime.combine(on, time(3 + 5 * place), JST), place) for on, place in sorted(decade.tapped)
        )
        gate.many_taps(hours)
    gate.derive()
    months.close(gate.one, CLOSED_AT.date(), CLOSED_AT)
    return decade


def test_both_counters_agree_with_a_recount_of_ten_years(decade: Decade) -> None:
    happened = {*decade.tapped, *decade.entered}
    counted = {key for key in happened if decade.counted(*key)}
    official = {key for key in happened if decade.official(*key)}
    found = totals(decade.gate.worker[1])
    assert (found.days, found.records) == (len({on for on, _ in counted}), len(counted))
    assert found.official_days == len({on for on, _ in official})
