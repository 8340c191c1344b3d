"""事業者への通知 (ORG-12)."""

from datetime import datetime

import pytest

from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Seat
from ccus.domain.companies.terms import Power, Role
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.notices.texts import Text
from tests.domain.companies.branches import Branches, branches
from tests.factories import companies, seats

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Branches:
    seats.seat(companies.company(), name="よその人")
    return branches()


def told(firm: Branches, power: Power, at: datetime, *, mail: bool = False) -> set[str]:
    """The names of those who got a message."""
    tell_company(firm.company.pk, text=Text.MAIL_CHANGED, source="試験", at=at, power=power, mail=mail)
    accounts = Notice.objects.values_list("account", flat=True)
    return set(Seat.objects.filter(account__in=accounts).values_list("name", flat=True))


def test_everybody_whose_role_has_to_do_with_it_is_told(firm: Branches, at: datetime) -> None:
    seats.seat(firm.company, Role.SITE_VIEWER, name="見 太郎")
    seats.seat(firm.company, Role.SITE_MANAGER, name="現 太郎")
    assert told(firm, Power.STRUCTURE, at) == {"事務 和子", "東京 太郎", "現 太郎"}


def test_a_matter_of_the_chief_is_told_to_the_chief_alone(firm: Branches, at: datetime) -> None:
    assert told(firm, Power.COMPANY_DATA, at) == {"事務 和子"}


def test_whoever_left_is_told_nothing(firm: Branches, at: datetime) -> None:
    Seat.objects.filter(pk=firm.manager.seat).update(closed_at=at)
    assert told(firm, Power.STRUCTURE, at) == {"事務 和子"}


def test_a_message_of_one_cause_comes_once_also_by_mail(firm: Branches, at: datetime) -> None:
    Seat.objects.filter(pk=firm.manager.seat).update(mail="")
    told(firm, Power.STRUCTURE, at, mail=True)
    told(firm, Power.STRUCTURE, at, mail=True)
    assert (Notice.objects.count(), Mail.objects.count()) == (2, 1)
