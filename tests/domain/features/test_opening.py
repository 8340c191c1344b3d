"""機能の開始日 (FEAT-01 to FEAT-03)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.features.actions import OpeningDayImpossible, set_opening
from ccus.domain.features.reading import is_open, openings
from ccus.domain.features.terms import Feature

TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)
pytestmark = pytest.mark.django_db


def test_a_feature_nobody_opened_is_closed() -> None:
    assert not is_open(Feature.WITHDRAWAL, on=TODAY)
    assert [o.feature for o in openings()] == list(Feature)


def test_a_feature_opens_on_its_day(at: datetime) -> None:
    set_opening(feature=Feature.RENEWAL, opens_on=TOMORROW, by=SYSTEM, at=at)
    assert not is_open(Feature.RENEWAL, on=TODAY)
    assert is_open(Feature.RENEWAL, on=TOMORROW)
    assert not is_open(Feature.LEVELS, on=TOMORROW)


def test_the_newest_word_of_the_office_counts(at: datetime) -> None:
    for day in (TODAY, None):
        set_opening(feature=Feature.LEVELS, opens_on=day, by=SYSTEM, at=at)
    assert not is_open(Feature.LEVELS, on=TOMORROW)
    assert {o.feature: o.opens_on for o in openings()}[Feature.LEVELS] is None


@pytest.mark.parametrize("day", [date(2019, 3, 31), date(2037, 1, 1), date(9999, 12, 31)])
def test_an_opening_day_that_cannot_be_is_refused(day: date, at: datetime) -> None:
    with pytest.raises(OpeningDayImpossible, match="2019年4月1日から"):
        set_opening(feature=Feature.LEVELS, opens_on=day, by=SYSTEM, at=at)


def test_nobody_but_the_office_opens_a_feature(at: datetime) -> None:
    with pytest.raises(NotAllowed):
        set_opening(feature=Feature.LEVELS, opens_on=TODAY, by=Actor(ActorKind.WORKER, 1), at=at)
