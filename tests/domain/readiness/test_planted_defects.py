"""見通し and the taps of the day after agree, whatever firms, workers and the office did the day before (READY-01)."""

from datetime import timedelta
from random import Random

import pytest

from bench._defects import Here, plant
from bench._sites import load_sites
from bench._truth import Compared, compare, everybody, tapped
from ccus.domain.readiness.reading import readiness_of_many
from ccus.foundation import clock
from ccus.foundation.databases import Databases
from ccus.jobs.lines import app_line
from ccus.jobs.listener import work

pytestmark = pytest.mark.thorough

SITES, FIRMS, LINES, ACTS = 10, 8, 30, 350


def foreseen_and_tapped(databases: Databases, seed: int, *, is_settled: bool) -> Compared:
    """350 acts at ten sites; what was foreseen beside what everybody's tap made of it on the next morning."""
    since = clock.today() - timedelta(days=2)
    load_sites(databases, sites=SITES + 1, firms=FIRMS, lines=LINES, since=since, flawed=True)
    chance, at, places = Random(seed), clock.now(), range(1, SITES + 1)
    for place in places:
        plant(Here(place, FIRMS, LINES, chance, at), ACTS // SITES)
    if is_settled:
        with app_line() as line:
            work(line)
    tomorrow = clock.today() + timedelta(days=1)
    foreseen = readiness_of_many(places, tomorrow, at=at)
    truth = tapped(str(databases.reader), everybody(places), tomorrow, chance)
    return compare(foreseen.values(), truth)


@pytest.mark.parametrize(
    ("seed", "is_settled"), [(1, True), (2, False)], ids=["days healed before", "days still to heal"]
)
def test_every_planted_defect_is_foreseen_and_none_is_invented(
    fresh_database: Databases, *, seed: int, is_settled: bool
) -> None:
    compared = foreseen_and_tapped(fresh_database, seed, is_settled=is_settled)
    assert (compared.lines, compared.missed, compared.invented) == (SITES * LINES, 0, 0)
    assert compared.found > 100
