"""事業者責任者 (ORG-03)."""

from datetime import datetime

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from ccus.domain.accounts.factors.actions import add_passkey
from ccus.domain.accounts.factors.reading import rows_of
from ccus.domain.accounts.models import User
from ccus.domain.accounts.policies import AccountOver
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.actions.seats import (
    AccountSeated,
    ChiefMissing,
    ChiefThere,
    hand_over_chief,
    open_chief,
)
from ccus.domain.companies.models import Seat
from ccus.domain.companies.seats import seat_of
from ccus.domain.companies.terms import Role
from tests.factories import companies, seats, workers
from tests.factories.accounts import account
from tests.factories.factors import with_app

pytestmark = pytest.mark.django_db


def worker_account() -> User:
    own = account()
    workers.worker(account=own)
    return own


def test_the_first_chief_signs_in_with_the_company_id(at: datetime) -> None:
    company = companies.company()
    opened = open_chief(company=company, name="責任 太郎", mail="", by=SYSTEM, at=at)
    assert opened is not None
    me = seat_of(opened.account.pk)
    assert me is not None
    assert (me.role, opened.account.login_id) == (Role.CHIEF, company.number)


def test_a_one_person_business_keeps_the_own_worker_id(at: datetime) -> None:
    company, own = companies.company(is_sole_proprietor=True), worker_account()
    assert open_chief(company=company, name="木村 一", mail="", account=own, by=SYSTEM, at=at) is None
    me = seat_of(own.pk)
    assert me is not None
    assert me.is_worker_too


def test_a_company_has_one_chief_at_a_time(at: datetime) -> None:
    company = companies.company()
    open_chief(company=company, name="責任 太郎", mail="", by=SYSTEM, at=at)
    with pytest.raises(ChiefThere, match="すでに事業者責任者がいます"):
        open_chief(company=company, name="第 二", mail="", by=SYSTEM, at=at)


def test_an_account_sits_in_one_company_at_a_time(at: datetime) -> None:
    own = worker_account()
    open_chief(company=companies.company(), name="木村 一", mail="", account=own, by=SYSTEM, at=at)
    with pytest.raises(AccountSeated):
        open_chief(company=companies.company(), name="木村 一", mail="", account=own, by=SYSTEM, at=at)


def test_a_closed_account_becomes_nobodys_chief(at: datetime) -> None:
    own = account(closed_at=at)
    with pytest.raises(AccountOver):
        open_chief(company=companies.company(), name="木村 一", mail="", account=own, by=SYSTEM, at=at)


def test_only_the_office_opens_the_first_chief(at: datetime) -> None:
    company = companies.company()
    with pytest.raises(NotAllowed):
        open_chief(company=company, name="自 称", mail="", by=seats.seat(companies.company()).actor, at=at)


def test_who_takes_over_has_the_same_id_and_a_seat_of_the_own(at: datetime) -> None:
    company = companies.company()
    first = open_chief(company=company, name="前 任", mail="", by=SYSTEM, at=at)
    assert first is not None
    before = seat_of(first.account.pk)
    assert before is not None
    after = hand_over_chief(company=company, name="後 任", by=before.actor, at=at)
    me = seat_of(after.account.pk)
    assert me is not None
    assert me.seat != before.seat
    assert me.name == "後 任"
    assert after.account.login_id == company.number
    assert authenticate(username=company.number, password=first.initial_password) is None


def test_whoever_handed_over_acts_no_more(at: datetime) -> None:
    chief = seats.seat(company := companies.company())
    hand_over_chief(company=company, name="後 任", by=chief.actor, at=at)
    with pytest.raises(NotAllowed):
        hand_over_chief(company=company, name="また", by=chief.actor, at=at)


def test_after_a_one_person_business_the_next_signs_in_with_the_company_id(at: datetime) -> None:
    own = worker_account()
    company = companies.company(is_sole_proprietor=True)
    open_chief(company=company, name="木村 一", mail="", account=own, by=SYSTEM, at=at)
    after = hand_over_chief(company=company, name="木村 二", by=SYSTEM, at=at)
    assert after.account.login_id == company.number
    assert own.is_active
    assert seat_of(own.pk) is None


def test_a_company_without_a_chief_hands_nothing_over(at: datetime) -> None:
    with pytest.raises(ChiefMissing, match="事業者責任者がいません"):
        hand_over_chief(company=companies.company(), name="後 任", by=SYSTEM, at=at)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CHIEF])
def test_nobody_but_the_chief_hands_the_chief_over(at: datetime, role: Role) -> None:
    seats.seat(company := companies.company())
    unit = seats.unit(company) if role is Role.TIER else None
    with pytest.raises(NotAllowed):
        hand_over_chief(company=company, name="乗 取", by=seats.seat(company, role, unit=unit).actor, at=at)
    assert Seat.objects.filter(company=company, role=Role.CHIEF, closed_at=None).count() == 1


def test_the_server_opens_the_first_chief_and_renews_a_forgotten_password(
    capsys: pytest.CaptureFixture[str],
) -> None:
    company = companies.company()
    call_command("open_chief", company.number, "責任 太郎")
    first = capsys.readouterr().out.split("初期パスワード  ")[1][:13]
    call_command("open_chief", company.number, renew=True)
    second = capsys.readouterr().out.split("初期パスワード  ")[1][:13]
    assert authenticate(username=company.number, password=second)
    assert authenticate(username=company.number, password=first) is None


@pytest.mark.parametrize("renew", [True, False])
def test_a_number_of_nobody_is_said_on_the_server(renew: bool) -> None:
    with pytest.raises(CommandError, match="確かめてください"):
        call_command("open_chief", "99990000012322", "責任 太郎", renew=renew)


def test_no_factor_of_whoever_was_chief_before_opens_the_account(at: datetime) -> None:
    company = companies.company()
    first = open_chief(company=company, name="責任 太郎", mail="", by=SYSTEM, at=at)
    assert first is not None
    add_passkey(account=with_app(first.account), name="前の端末", credential={}, by=SYSTEM, at=at)
    hand_over_chief(company=company, name="第 二", by=SYSTEM, at=at)
    assert not rows_of(first.account.pk).exists()
