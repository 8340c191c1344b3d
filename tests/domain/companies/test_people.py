"""利用者 (ORG-02, ORG-06, ORG-07, ORG-08, ORG-10)."""

from datetime import datetime

import pytest
from django.contrib.auth import authenticate

from ccus.domain.accounts.factors.actions import add_passkey
from ccus.domain.accounts.factors.reading import has_passkey, has_second_factor
from ccus.domain.accounts.models import User
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.domain.companies.actions.seats import (
    ChiefStays,
    OwnPassword,
    UnitMissing,
    change_seat,
    close_seat,
    open_seat,
    renew_seat_password,
)
from ccus.domain.companies.logins import MailMissing
from ccus.domain.companies.models import Seat
from ccus.domain.companies.present import SeatClosed, UnitClosed
from ccus.domain.companies.rules import PersonUnreadable
from ccus.domain.companies.seats import seat_of
from ccus.domain.companies.terms import Power, Role
from ccus.domain.notices.models import Mail
from ccus.foundation.refusals import Refusal
from tests.domain.companies.branches import Branches, branches, held
from tests.factories import companies, seats, workers
from tests.factories.accounts import account
from tests.factories.factors import with_app

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Branches:
    return branches()


def test_a_new_user_gets_a_manager_id_and_an_initial_password(firm: Branches, at: datetime) -> None:
    opened = open_seat(
        company=firm.company, role=Role.SITE_MANAGER, name="現場 一郎", by=firm.chief.actor, at=at
    )
    me = seat_of(opened.account.pk)
    assert me is not None
    assert opened.account.login_id.endswith("24")
    assert (me.name, me.role, me.company_name) == ("現場 一郎", Role.SITE_MANAGER, "佐藤建設")
    assert authenticate(username=opened.account.login_id, password=opened.initial_password)


def test_the_login_is_mailed_on_request_and_its_words_name_the_company(firm: Branches, at: datetime) -> None:
    opened = open_seat(
        company=firm.company,
        role=Role.PROXY_CLERK,
        name="代行 花子",
        mail="Hanako@Example.jp",
        by_mail=True,
        by=firm.chief.actor,
        at=at,
    )
    mail = Mail.objects.get(to="Hanako@example.jp")
    assert all(word in mail.body for word in (opened.account.login_id, opened.initial_password, "佐藤建設"))


def test_without_an_address_nothing_is_mailed_and_nobody_is_opened(firm: Branches, at: datetime) -> None:
    with pytest.raises(MailMissing, match="メールアドレスを入力"):
        open_seat(
            company=firm.company,
            role=Role.SITE_VIEWER,
            name="無 番",
            by_mail=True,
            by=firm.chief.actor,
            at=at,
        )


@pytest.mark.parametrize(("name", "mail"), [("", ""), ("あ" * 121, ""), ("現場 一郎", "a b@example.jp")])
def test_a_user_without_a_readable_name_or_address_is_not_opened(
    firm: Branches, at: datetime, name: str, mail: str
) -> None:
    with pytest.raises(Refusal, match=r"氏名が|メールアドレス"):
        open_seat(
            company=firm.company, role=Role.SITE_VIEWER, name=name, mail=mail, by=firm.chief.actor, at=at
        )
    assert not Seat.objects.filter(role=Role.SITE_VIEWER).exists()


def test_a_tier_manager_needs_a_unit_that_is_open(firm: Branches, at: datetime) -> None:
    with pytest.raises(UnitMissing, match="管理する組織を選んで"):
        open_seat(company=firm.company, role=Role.TIER, name="階層 一", by=firm.chief.actor, at=at)
    others = seats.unit(companies.company(), "よその支店")
    with pytest.raises(UnitClosed):
        open_seat(
            company=firm.company, role=Role.TIER, name="階層 一", unit=others, by=firm.chief.actor, at=at
        )


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.TIER, "tama"),
        (Role.TIER, "tachikawa"),
        (Role.SITE_MANAGER, "tama"),
        (Role.SITE_MANAGER, "tokyo"),
        (Role.SITE_VIEWER, "tokyo"),
    ],
)
def test_a_tier_manager_opens_accounts_below(firm: Branches, at: datetime, role: Role, place: str) -> None:
    open_seat(
        company=firm.company,
        role=role,
        name="下 一郎",
        unit=getattr(firm, place),
        by=firm.manager.actor,
        at=at,
    )


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.TIER, "tokyo"),
        (Role.TIER, "osaka"),
        (Role.SITE_MANAGER, "osaka"),
        (Role.SITE_VIEWER, None),
        (Role.PROXY_CLERK, "tama"),
        (Role.CHIEF, "tama"),
    ],
)
def test_a_tier_manager_opens_nothing_above_beside_or_with_more_rights(
    firm: Branches, at: datetime, role: Role, place: str | None
) -> None:
    unit = getattr(firm, place) if place else None
    with pytest.raises(NotAllowed):
        open_seat(company=firm.company, role=role, name="横 一郎", unit=unit, by=firm.manager.actor, at=at)


def test_a_second_chief_is_never_opened_by_the_company(firm: Branches, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="責任者の交代"):
        open_seat(company=firm.company, role=Role.CHIEF, name="第 二", by=firm.chief.actor, at=at)


def test_a_change_of_role_counts_from_the_next_request(firm: Branches, at: datetime) -> None:
    person = seats.seat(firm.company, Role.SITE_VIEWER)
    change_seat(
        seat=held(person), role=Role.TIER, name="昇進 一郎", unit=firm.osaka, by=firm.chief.actor, at=at
    )
    me = seat_of(person.account)
    assert me is not None
    assert me.may(Power.REGISTER_SITE)
    assert (me.name, me.unit, held(person).mail) == ("昇進 一郎", firm.osaka.pk, "")


def test_a_tier_manager_moves_nobody_out_of_reach_or_into_it(firm: Branches, at: datetime) -> None:
    mine = seats.seat(firm.company, Role.SITE_MANAGER, unit=firm.tama)
    others = seats.seat(firm.company, Role.SITE_MANAGER, unit=firm.osaka)
    for person, unit in ((mine, firm.osaka), (others, firm.tama), (firm.manager, firm.tama)):
        with pytest.raises(NotAllowed, match="あなたの組織より下にありません"):
            change_seat(
                seat=held(person),
                role=Role.SITE_MANAGER,
                name="移 動",
                unit=unit,
                by=firm.manager.actor,
                at=at,
            )


def test_a_tier_manager_touches_neither_the_chief_nor_a_colleague(firm: Branches, at: datetime) -> None:
    colleague = seats.seat(firm.company, Role.TIER, unit=firm.tokyo)
    for person in (firm.chief, colleague, firm.manager):
        with pytest.raises(NotAllowed):
            close_seat(seat=held(person), by=firm.manager.actor, at=at)
        with pytest.raises(NotAllowed):
            renew_seat_password(seat=held(person), by=firm.manager.actor, at=at)


def test_the_chief_mends_the_own_name_but_not_the_own_role(firm: Branches, at: datetime) -> None:
    chief = held(firm.chief)
    change_seat(seat=chief, role=Role.CHIEF, name="新 姓", mail="new@example.jp", by=firm.chief.actor, at=at)
    assert held(firm.chief).name == "新 姓"
    with pytest.raises(ChiefStays, match="責任者の交代"):
        change_seat(seat=chief, role=Role.SITE_VIEWER, name="新 姓", by=firm.chief.actor, at=at)
    with pytest.raises(ChiefStays):
        close_seat(seat=chief, by=firm.chief.actor, at=at)


def test_a_closed_user_opens_nothing_and_is_closed_once(firm: Branches, at: datetime) -> None:
    person = seats.seat(firm.company, Role.SITE_VIEWER)
    close_seat(seat=held(person), by=firm.chief.actor, at=at)
    assert seat_of(person.account) is None
    assert not User.objects.get(pk=person.account).is_active
    with pytest.raises(SeatClosed, match="すでに終わって"):
        close_seat(seat=held(person), by=firm.chief.actor, at=at)


def test_a_forgotten_password_is_made_new_and_the_old_one_opens_nothing(firm: Branches, at: datetime) -> None:
    opened = open_seat(company=firm.company, role=Role.SITE_VIEWER, name="忘 太", by=firm.chief.actor, at=at)
    seat = Seat.objects.get(account=opened.account)
    renewed = renew_seat_password(seat=seat, by=firm.chief.actor, at=at)
    login = opened.account.login_id
    assert authenticate(username=login, password=renewed)
    assert authenticate(username=login, password=opened.initial_password) is None


def test_a_password_made_new_ends_the_passkeys_of_whoever_sat_there(firm: Branches, at: datetime) -> None:
    person = seats.seat(firm.company, Role.SITE_VIEWER)
    add_passkey(account=held(person).account, name="前の端末", credential={}, by=SYSTEM, at=at)
    renew_seat_password(seat=held(person), by=firm.chief.actor, at=at)
    assert not has_passkey(person.account)


def test_a_new_password_of_the_chief_leaves_the_second_factor(firm: Branches, at: datetime) -> None:
    with_app(held(firm.chief).account)
    renew_seat_password(seat=held(firm.chief), by=SYSTEM, at=at)
    assert has_second_factor(firm.chief.account)


def test_the_chiefs_password_is_made_new_by_the_office_only(firm: Branches, at: datetime) -> None:
    with pytest.raises(OwnPassword, match="お問い合わせセンター"):
        renew_seat_password(seat=held(firm.chief), by=firm.chief.actor, at=at)
    assert len(renew_seat_password(seat=held(firm.chief), by=SYSTEM, at=at)) == 13


def test_the_password_of_a_one_person_business_belongs_to_the_worker(at: datetime) -> None:
    own = workers.worker(account=account()).account
    seat = seats.seat(companies.company(is_sole_proprietor=True), account=own)
    with pytest.raises(OwnPassword, match="技能者本人"):
        renew_seat_password(seat=held(seat), by=SYSTEM, at=at)


def test_the_audit_says_who_gave_which_role_and_names_nobody(firm: Branches, at: datetime) -> None:
    open_seat(company=firm.company, role=Role.SITE_VIEWER, name="見 太郎", by=firm.chief.actor, at=at)
    event = Event.objects.get(act=Act.SEAT_OPENED)
    assert event.detail == {"company": firm.company.pk, "role": "site_viewer"}
    assert (event.actor_kind, event.actor_id) == ("seat", firm.chief.seat)


def test_names_of_people_are_tidied_like_every_name(firm: Branches, at: datetime) -> None:
    with pytest.raises(PersonUnreadable, match="121文字"):
        open_seat(company=firm.company, role=Role.SITE_VIEWER, name="あ" * 121, by=firm.chief.actor, at=at)
