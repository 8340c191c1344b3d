"""管理者ID利用料 (FEE-11)."""

from datetime import UTC, datetime

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.models import Seat
from ccus.domain.companies.seat_fees import charge_for_seat, charge_year_of_seats
from ccus.domain.companies.terms import Role
from ccus.domain.fees.models import Charge
from tests.factories import companies
from tests.factories.seats import seat, unit

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 3, tzinfo=UTC)


def charged(role: Role, at: datetime = AT, **company: object) -> list[int]:
    firm = companies.company(**company)
    tier = {"unit": unit(firm)} if role is Role.TIER else {}
    charge_for_seat(Seat.objects.get(pk=seat(firm, role, **tier).seat), by=SYSTEM, at=at)
    return list(Charge.objects.values_list("amount", flat=True))


@pytest.mark.parametrize("role", [Role.CHIEF, Role.TIER])
def test_the_id_of_whoever_manages_costs_a_fee_a_year(role: Role) -> None:
    assert charged(role) == [11_400]


@pytest.mark.parametrize("role", [Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK])
def test_the_id_of_everybody_else_costs_nothing(role: Role) -> None:
    assert charged(role) == []


def test_a_one_person_business_pays_less_for_its_id() -> None:
    assert charged(Role.CHIEF, is_sole_proprietor=True) == [2_400]


def test_an_id_is_charged_once_for_each_year_that_runs() -> None:
    held = Seat.objects.get(pk=seat(companies.company()).seat)
    for year in (2026, 2026, 2027):
        charge_for_seat(held, by=SYSTEM, at=AT.replace(year=year))
    assert Charge.objects.count() == 2


def test_every_open_id_is_charged_when_its_year_begins() -> None:
    firm = companies.company()
    seat(firm)
    seat(firm, Role.TIER, unit=unit(firm))
    seat(firm, Role.SITE_MANAGER)
    last = charge_year_of_seats(after=0, at=AT)
    assert last is not None
    assert charge_year_of_seats(after=last, at=AT) is None
    assert Charge.objects.count() == 2
