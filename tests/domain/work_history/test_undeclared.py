"""宣言されていない事業者 (SITE-23): whose workers tapped, though nobody declared the firm."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
import pytest

from ccus.domain.work_history.undeclared import undeclared_firms
from ccus.foundation.databases import Databases
from tests.domain.work_history.gate import HASTY, LONG_AGO, Gate
from tests.factories import companies


@pytest.fixture
def tapped(fresh_database: Databases) -> Iterator[Gate]:
    """A worker of 未宣言工業, which has no spot, came to the site on two days; one of a declared firm came once."""
    with psycopg.connect(str(fresh_database.app), autocommit=True, options=HASTY) as line:
        gate = Gate(line).furnish()
        gate.period()
        gate.link(2)
        who: dict[str, Any] = {
            "worker_id": gate.worker[1],
            "company_id": companies.company(name="未宣言工業").pk,
        }
        gate.dated("affiliation", worker=1, is_main=True, employment="", **who)
        gate.taps("in 08:00", "in +1 08:00")
        gate.taps("in 08:00", worker=2)
        gate.settle()
        yield gate


def test_the_prime_reads_whose_workers_came_with_days_and_heads(tapped: Gate) -> None:
    (firm,) = undeclared_firms(tapped.place[1], LONG_AGO.date())
    assert (firm.name, firm.days, firm.heads) == ("未宣言工業", 2, 1)
    assert (firm.first_on, firm.last_on) == (date(2026, 11, 16), date(2026, 11, 17))


def test_days_before_the_asked_one_are_not_counted(tapped: Gate) -> None:
    (firm,) = undeclared_firms(tapped.place[1], date(2026, 11, 17))
    assert firm.days == 1
    assert undeclared_firms(tapped.place[1], date(2026, 11, 18)) == ()
