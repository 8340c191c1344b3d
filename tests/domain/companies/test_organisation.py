"""組織の木 (ORG-01, ORG-06, ORG-09)."""

from datetime import datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.actions.organisation import (
    UnitInUse,
    UnitNameTaken,
    UnitTooDeep,
    close_unit,
    open_unit,
    rename_unit,
)
from ccus.domain.companies.models import Unit
from ccus.domain.companies.present import UnitClosed
from ccus.domain.companies.rules import UnitNameUnreadable
from ccus.domain.companies.terms import Role
from tests.domain.companies.branches import Branches, branches
from tests.factories import companies, seats

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Branches:
    return branches()


def test_a_branch_opens_below_the_company_and_an_office_below_it(firm: Branches, at: datetime) -> None:
    branch = open_unit(company=firm.company, parent=None, name="　名古屋 支店", by=firm.chief.actor, at=at)
    office = open_unit(
        company=firm.company,
        parent=branch,
        name="栄営業所",
        is_licence_office=True,
        by=firm.chief.actor,
        at=at,
    )
    assert (branch.name, branch.depth, office.depth, office.is_licence_office) == ("名古屋 支店", 1, 2, True)


def test_below_the_third_tier_nothing_opens(firm: Branches, at: datetime) -> None:
    with pytest.raises(UnitTooDeep, match="立川出張所は3階層目"):
        open_unit(company=firm.company, parent=firm.tachikawa, name="係", by=firm.chief.actor, at=at)


@pytest.mark.parametrize("name", ["", "　", "あ" * 81])
def test_a_name_that_cannot_be_read_opens_nothing(firm: Branches, at: datetime, name: str) -> None:
    with pytest.raises(UnitNameUnreadable, match="組織の名称が"):
        open_unit(company=firm.company, parent=None, name=name, by=firm.chief.actor, at=at)


def test_a_name_stands_once_at_one_place_and_is_free_again_after_closing(
    firm: Branches, at: datetime
) -> None:
    with pytest.raises(UnitNameTaken, match="大阪支店"):
        open_unit(company=firm.company, parent=None, name="大阪支店", by=firm.chief.actor, at=at)
    close_unit(unit=firm.osaka, by=firm.chief.actor, at=at)
    open_unit(company=firm.company, parent=None, name="大阪支店", by=firm.chief.actor, at=at)
    open_unit(company=firm.company, parent=firm.tokyo, name="大阪支店", by=firm.chief.actor, at=at)


def test_nothing_opens_below_a_closed_unit_or_another_companys(firm: Branches, at: datetime) -> None:
    close_unit(unit=firm.osaka, by=firm.chief.actor, at=at)
    others = seats.unit(companies.company(), "よその支店")
    for parent in (firm.osaka, others):
        with pytest.raises(UnitClosed):
            open_unit(company=firm.company, parent=parent, name="係", by=firm.chief.actor, at=at)


def test_a_unit_gets_another_name_and_the_mark_of_a_licence_office(firm: Branches, at: datetime) -> None:
    rename_unit(unit=firm.tama, name="多摩支店", is_licence_office=True, by=firm.manager.actor, at=at)
    kept = Unit.objects.get(pk=firm.tama.pk)
    assert (kept.name, kept.is_licence_office) == ("多摩支店", True)


def test_a_unit_is_not_renamed_to_a_name_beside_it(firm: Branches, at: datetime) -> None:
    with pytest.raises(UnitNameTaken):
        rename_unit(unit=firm.osaka, name="東京支店", is_licence_office=False, by=firm.chief.actor, at=at)


def test_a_unit_with_units_below_or_people_is_not_closed(firm: Branches, at: datetime) -> None:
    with pytest.raises(UnitInUse, match="下の組織：1、利用者：0人"):
        close_unit(unit=firm.tama, by=firm.chief.actor, at=at)
    seats.seat(firm.company, Role.SITE_MANAGER, unit=firm.osaka)
    with pytest.raises(UnitInUse, match="下の組織：0、利用者：1人"):
        close_unit(unit=firm.osaka, by=firm.chief.actor, at=at)


def test_a_unit_is_closed_once(firm: Branches, at: datetime) -> None:
    close_unit(unit=firm.osaka, by=firm.chief.actor, at=at)
    with pytest.raises(UnitClosed, match="すでに閉じられています"):
        close_unit(unit=firm.osaka, by=firm.chief.actor, at=at)


def test_a_manager_of_the_first_tier_manages_the_second_and_the_third(firm: Branches, at: datetime) -> None:
    open_unit(company=firm.company, parent=firm.tokyo, name="品川営業所", by=firm.manager.actor, at=at)
    open_unit(company=firm.company, parent=firm.tama, name="八王子出張所", by=firm.manager.actor, at=at)
    close_unit(unit=firm.tachikawa, by=firm.manager.actor, at=at)


@pytest.mark.parametrize("place", ["tokyo", "osaka"])
def test_a_manager_touches_neither_the_own_unit_nor_one_beside_it(
    firm: Branches, at: datetime, place: str
) -> None:
    unit = getattr(firm, place)
    with pytest.raises(NotAllowed, match=f"{unit.name}は、あなたの組織より下にありません"):
        rename_unit(unit=unit, name="別", is_licence_office=False, by=firm.manager.actor, at=at)
    with pytest.raises(NotAllowed):
        close_unit(unit=unit, by=firm.manager.actor, at=at)


def test_a_manager_opens_nothing_beside_the_own_branch(firm: Branches, at: datetime) -> None:
    for parent in (None, firm.osaka):
        with pytest.raises(NotAllowed):
            open_unit(company=firm.company, parent=parent, name="係", by=firm.manager.actor, at=at)


def test_another_company_touches_no_unit(firm: Branches, at: datetime) -> None:
    stranger = seats.seat(companies.company())
    with pytest.raises(NotAllowed):
        rename_unit(unit=firm.osaka, name="別", is_licence_office=False, by=stranger.actor, at=at)
