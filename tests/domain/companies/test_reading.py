"""組織を読む (ORG-01, ORG-06)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.companies.reading import organisation_of, seat_at, unit_of
from ccus.domain.companies.terms import Role
from tests.domain.companies.branches import Branches, branches, held
from tests.factories import companies, seats

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Branches:
    return branches()


def names(firm: Branches, *, of: str) -> list[str]:
    return [unit.name for unit in organisation_of(getattr(firm, of).seated).all()]


def test_the_chief_sees_the_whole_tree(firm: Branches) -> None:
    assert names(firm, of="chief") == ["大阪支店", "東京支店", "多摩営業所", "立川出張所"]


def test_a_tier_manager_sees_the_own_branch_only(firm: Branches) -> None:
    assert names(firm, of="manager") == ["東京支店", "多摩営業所", "立川出張所"]


def test_a_manager_of_the_second_tier_sees_the_way_up_without_its_people(firm: Branches) -> None:
    second = seats.seat(firm.company, Role.TIER, unit=firm.tama)
    seats.unit(firm.company, "品川営業所", firm.tokyo)
    shown = organisation_of(second.seated)
    assert [unit.name for unit in shown.all()] == ["東京支店", "多摩営業所", "立川出張所"]
    assert shown.units[0].people == shown.people == ()
    assert [unit.may_be_managed for unit in shown.all()] == [False, False, True]
    assert [unit.may_open_below for unit in shown.all()] == [False, True, False]


def test_whoever_manages_nobody_sees_nobody(firm: Branches) -> None:
    viewer = seats.seat(firm.company, Role.SITE_VIEWER)
    shown = organisation_of(viewer.seated)
    assert not shown.all()
    assert not shown.people


def test_each_person_says_whether_the_reader_manages_them(firm: Branches) -> None:
    seats.seat(firm.company, Role.SITE_MANAGER, unit=firm.tokyo, name="現場 花子")
    people = organisation_of(firm.manager.seated).units[0].people
    assert {person.name: person.may_be_managed for person in people} == {
        "東京 太郎": False,
        "現場 花子": True,
    }


def test_the_tree_costs_two_statements_whatever_its_size(firm: Branches) -> None:
    for number in range(20):
        seats.seat(firm.company, Role.TIER, unit=seats.unit(firm.company, f"支店{number}"))
    with CaptureQueriesContext(connection) as asked:
        assert len(organisation_of(firm.chief.seated).all()) == 24
    assert len(asked) == 2


def test_units_and_people_of_others_are_not_found(firm: Branches) -> None:
    other = companies.company()
    assert unit_of(firm.company.pk, firm.tama.key) == firm.tama
    assert unit_of(other.pk, firm.tama.key) is None
    login_id = held(firm.manager).account.login_id
    assert seat_at(firm.company.pk, login_id) == held(firm.manager)
    assert seat_at(other.pk, login_id) is None
