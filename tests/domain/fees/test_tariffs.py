"""料金表 (FEE-01, FEE-02)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.fees.actions import TariffImpossible, set_tariff
from ccus.domain.fees.models import Tariff
from ccus.domain.fees.reading import price, tariffs
from ccus.domain.fees.terms import FeeKind

TODAY, NEW_YEAR, APRIL = date(2026, 11, 20), date(2027, 1, 1), date(2027, 4, 1)
pytestmark = pytest.mark.django_db


def changed(amount: int, from_on: date, at: datetime) -> None:
    set_tariff(kind=FeeKind.REISSUE, amount=amount, from_on=from_on, by=SYSTEM, at=at)


@pytest.mark.parametrize(
    ("day", "yen"), [(date(2019, 3, 31), 0), (date(2021, 3, 31), 2500), (date(2021, 4, 1), 4900)]
)
def test_the_detailed_registration_costs_what_its_day_says(day: date, yen: int) -> None:
    assert price(FeeKind.REGISTRATION_DETAILED, on=day) == yen


def test_a_new_price_holds_from_its_day_and_the_old_one_before(at: datetime) -> None:
    changed(1200, NEW_YEAR, at)
    assert price(FeeKind.REISSUE, on=date(2026, 12, 31)) == 1000
    assert price(FeeKind.REISSUE, on=NEW_YEAR) == 1200


def test_what_was_planned_for_later_gives_way(at: datetime) -> None:
    changed(1500, APRIL, at)
    changed(1200, NEW_YEAR, at)
    assert price(FeeKind.REISSUE, on=APRIL) == 1200
    assert [t.amount for t in tariffs() if t.kind is FeeKind.REISSUE] == [1000, 1200]


def test_earlier_words_about_a_price_stay_readable(at: datetime) -> None:
    changed(1200, TODAY, at)
    changed(1300, TODAY, at)
    said = Tariff.objects.filter(kind=FeeKind.REISSUE, superseded_at__isnull=False)
    assert sorted(said.values_list("amount", flat=True)) == [1000, 1200]


@pytest.mark.parametrize(("amount", "day"), [(1000, date(2026, 11, 19)), (-1, TODAY), (3_000_001, TODAY)])
def test_a_day_that_is_over_or_an_absurd_amount_is_refused(amount: int, day: date, at: datetime) -> None:
    with pytest.raises(TariffImpossible):
        changed(amount, day, at)


def test_nobody_but_the_office_changes_a_price(at: datetime) -> None:
    with pytest.raises(NotAllowed):
        set_tariff(kind=FeeKind.REISSUE, amount=1, from_on=TODAY, by=Actor(ActorKind.WORKER, 1), at=at)
