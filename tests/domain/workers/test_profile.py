"""本人情報: what holds on a day, always in one order."""

from datetime import date

import pytest

from ccus.domain.workers.reading import profile_of
from tests.factories import companies, workers

pytestmark = pytest.mark.django_db


def test_employers_of_the_same_day_stand_by_their_number() -> None:
    worker, firms = workers.worker(), [companies.company() for _ in range(3)]
    for firm in reversed(firms):
        workers.affiliation(worker=worker, company=firm, is_main=False)
    shown = profile_of(worker.pk, on=date(2026, 11, 20)).employers
    assert [employer.name for employer in shown] == [firm.name for firm in firms]
