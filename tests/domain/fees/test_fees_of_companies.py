"""事業者登録料 by 資本金, before and since October 2020 (FEE-10)."""

from datetime import date

import pytest

from ccus.domain.fees.reading import price
from ccus.domain.fees.rules import of_company

pytestmark = pytest.mark.django_db
BEFORE, SINCE = date(2020, 9, 30), date(2020, 10, 1)


@pytest.mark.parametrize(
    ("capital", "before", "since"),
    [
        (0, 3_000, 6_000),
        (4_999, 3_000, 6_000),
        (5_000, 6_000, 12_000),
        (10_000, 12_000, 24_000),
        (20_000, 24_000, 48_000),
        (50_000, 30_000, 60_000),
        (100_000, 60_000, 120_000),
        (300_000, 120_000, 240_000),
        (1_000_000, 240_000, 480_000),
        (5_000_000, 300_000, 600_000),
        (10_000_000, 600_000, 1_200_000),
        (49_999_999, 600_000, 1_200_000),
        (50_000_000, 1_200_000, 2_400_000),
    ],
)
def test_a_corporation_pays_by_its_capital(capital: int, before: int, since: int) -> None:
    kind = of_company(capital=capital, is_corporate=True, is_sole=False)
    assert (price(kind, on=BEFORE), price(kind, on=SINCE)) == (before, since)


def test_an_individual_pays_the_lowest_step_whatever_is_said_of_capital() -> None:
    assert price(of_company(capital=90_000, is_corporate=False, is_sole=False), on=SINCE) == 6_000


def test_a_one_person_business_pays_nothing_for_its_registration() -> None:
    assert price(of_company(capital=90_000, is_corporate=False, is_sole=True), on=SINCE) == 0
