"""Two people manage the organisation at once: one is done, the other is told (ORG-01, ORG-03, ORG-09)."""

from datetime import UTC, datetime
from functools import partial

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.actions.organisation import UnitInUse, UnitNameTaken, close_unit, open_unit
from ccus.domain.companies.actions.seats import (
    ChiefThere,
    change_seat,
    close_seat,
    hand_over_chief,
    open_chief,
    open_seat,
)
from ccus.domain.companies.models import Seat, Unit
from ccus.domain.companies.present import SeatClosed, UnitClosed
from ccus.domain.companies.terms import Role
from ccus.foundation.databases import Databases
from tests.domain.companies.branches import Branches, branches, held
from tests.domain.races import contested
from tests.factories import companies, seats

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def firm(fresh_database: Databases) -> Branches:
    return branches()


def test_of_two_chiefs_at_once_one_stands(fresh_database: Databases) -> None:
    company = companies.company()
    open_one = partial(open_chief, company=company, name="責任 太郎", mail="", by=SYSTEM, at=AT)
    assert isinstance(contested(open_one, open_one), ChiefThere)
    assert Seat.objects.filter(company=company).count() == 1


def test_the_database_refuses_a_second_chief_by_itself(firm: Branches) -> None:
    other = seats.seat(companies.company())
    Seat.objects.filter(pk=other.seat).update(closed_at=AT)
    with pytest.raises(Exception, match="seat_one_chief"):
        seats.seat(firm.company)


def test_of_two_units_with_one_name_at_once_one_stands(firm: Branches) -> None:
    open_one = partial(open_unit, company=firm.company, parent=firm.osaka, name="堺営業所", by=SYSTEM, at=AT)
    assert isinstance(contested(open_one, open_one), UnitNameTaken)


def test_nothing_opens_below_a_unit_that_is_being_closed(firm: Branches) -> None:
    close = partial(close_unit, unit=firm.osaka, by=SYSTEM, at=AT)
    below = partial(open_unit, company=firm.company, parent=firm.osaka, name="堺営業所", by=SYSTEM, at=AT)
    assert isinstance(contested(close, below), UnitClosed)
    assert not Unit.objects.filter(parent=firm.osaka).exists()


def test_a_unit_is_not_closed_above_one_that_is_being_opened(firm: Branches) -> None:
    close = partial(close_unit, unit=firm.osaka, by=SYSTEM, at=AT)
    below = partial(open_unit, company=firm.company, parent=firm.osaka, name="堺営業所", by=SYSTEM, at=AT)
    assert isinstance(contested(below, close), UnitInUse)


def test_nobody_is_put_into_a_unit_that_is_being_closed(firm: Branches) -> None:
    close = partial(close_unit, unit=firm.osaka, by=SYSTEM, at=AT)
    enter = partial(
        open_seat, company=firm.company, role=Role.TIER, name="堺 一", unit=firm.osaka, by=SYSTEM, at=AT
    )
    assert isinstance(contested(close, enter), UnitClosed)


def test_whoever_is_being_closed_is_not_changed_any_more(firm: Branches) -> None:
    person = held(seats.seat(firm.company, Role.SITE_VIEWER))
    close = partial(close_seat, seat=person, by=SYSTEM, at=AT)
    change = partial(change_seat, seat=person, role=Role.SITE_MANAGER, name="現 場", by=SYSTEM, at=AT)
    assert isinstance(contested(close, change), SeatClosed)


def test_of_two_hand_overs_by_one_chief_one_stands(firm: Branches) -> None:
    hand_over = partial(hand_over_chief, company=firm.company, name="後 任", by=firm.chief.actor, at=AT)
    assert isinstance(contested(hand_over, hand_over), NotAllowed)
    assert Seat.objects.filter(company=firm.company, role=Role.CHIEF, closed_at=None).count() == 1


def test_a_manager_who_is_being_moved_away_opens_nothing_any_more(firm: Branches) -> None:
    move = partial(
        change_seat,
        seat=held(firm.manager),
        role=Role.TIER,
        name="東京 太郎",
        unit=firm.osaka,
        by=firm.chief.actor,
        at=AT,
    )
    enter = partial(
        open_seat,
        company=firm.company,
        role=Role.SITE_MANAGER,
        name="現 場",
        unit=firm.tama,
        by=firm.manager.actor,
        at=AT,
    )
    assert isinstance(contested(move, enter), NotAllowed)
