"""係員の任命と係: OFFICE-01, OFFICE-02."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from ccus.domain.accounts import policies
from ccus.domain.accounts.actions import appoint_officer, change_duties
from ccus.domain.accounts.officers import officer_of, require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.foundation import clock
from tests.factories import officers

pytestmark = pytest.mark.django_db


def test_an_appointed_officer_has_the_duties_in_the_order_of_the_list() -> None:
    opened = appoint_officer(name=" 審査　花子 ", duties={Duty.FEES, Duty.REVIEW}, by=SYSTEM, at=clock.now())
    me = officer_of(opened.account.pk)
    assert me is not None
    assert (me.name, me.duties) == ("審査 花子", frozenset({Duty.REVIEW, Duty.FEES}))
    assert Event.objects.get(act=Act.OFFICER_APPOINTED).detail == {"duties": ["review", "fees"]}


@pytest.mark.parametrize(
    ("name", "duties", "refusal"),
    [
        ("", {Duty.REVIEW}, policies.OfficerNameMissing),
        ("長" * 121, {Duty.REVIEW}, policies.OfficerNameMissing),
        ("審査 花子", set(), policies.DutiesMissing),
    ],
)
def test_nobody_is_appointed_without_a_name_and_a_duty(
    name: str, duties: set[Duty], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        appoint_officer(name=name, duties=duties, by=SYSTEM, at=clock.now())


def test_an_officer_appoints_no_other_officer() -> None:
    me = officers.officer()
    with pytest.raises(NotAllowed):
        appoint_officer(name="友人", duties=[Duty.FEES], by=me.actor, at=clock.now())


def test_changed_duties_count_from_the_next_request() -> None:
    opened = appoint_officer(name="審査 花子", duties=[Duty.REVIEW], by=SYSTEM, at=clock.now())
    change_duties(login_id=opened.account.login_id, duties=[Duty.FEES], by=SYSTEM, at=clock.now())
    me = officer_of(opened.account.pk)
    assert me is not None
    require_duty(me.actor, Duty.FEES)
    with pytest.raises(NotAllowed, match="「審査」の係"):
        require_duty(me.actor, Duty.REVIEW)


def test_the_command_prints_a_sign_in_that_opens_the_change_of_password() -> None:
    printed = StringIO()
    call_command("appoint_officer", "審査 花子", "review", stdout=printed)
    lines = dict(line.split(maxsplit=1) for line in printed.getvalue().splitlines()[:3])
    typed = {"login_id": lines["係員ID"], "password": lines["初期パスワード"]}
    answer = Client().post(lines["ログイン"], typed)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/office/password/")


def test_the_command_says_which_duties_there_are() -> None:
    with pytest.raises(CommandError, match=r"review（審査）"):
        call_command("appoint_officer", "審査 花子")
    with pytest.raises(CommandError, match="「reviews」という係はありません。係: review = 審査"):
        call_command("appoint_officer", "審査 花子", "reviews")


def test_the_command_says_that_an_officer_is_unknown() -> None:
    with pytest.raises(CommandError, match="99999999999926 の係員はいません"):
        call_command("appoint_officer", "9999 9999 9999 26", "fees", "--change")
