"""二人目の確認: EYES-03 to EYES-06, EYES-14."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.fees.actions import record_payment
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.office.actions.proposals import propose, withdraw
from ccus.domain.office.models import Proposal
from ccus.domain.office.terms import Answer, What
from tests.domain.office.said import clerk, fresh, waiver
from tests.factories import officers
from tests.factories.personas import Cast, person
from tests.portals.office.second import second_page
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
LIST = "/office/second/"


@pytest.fixture
def one() -> OfficerMe:
    return officers.officer(Duty.FEES, name="提案 一郎")


@pytest.fixture
def other() -> Client:
    return officers.client_of(clerk())


@pytest.fixture
def said(one: OfficerMe, at: datetime) -> Proposal:
    return waiver(one, at)


def of(proposal: Proposal, act: str = "") -> str:
    return f"{LIST}{proposal.key}/{act}"


def test_another_officer_reads_what_was_proposed_by_whom(said: Proposal, other: Client) -> None:
    page = words(other.get(of(said)))
    assert [each for each in ("災害のため", "1,000円", "提案 一郎", "行う") if each not in page] == []


def test_who_proposed_may_only_withdraw(said: Proposal, one: OfficerMe) -> None:
    mine = officers.client_of(one)
    page = words(mine.get(of(said)))
    assert ("内容を確かめたので、行う" in page, "提案を取り下げる" in page) == (False, True)
    assert mine.post(of(said, "confirm/"), {"seen": said.digest}).status_code == 422
    mine.post(of(said, "withdraw/"))
    assert fresh(said).answer == Answer.WITHDRAWN


def test_a_confirmation_needs_what_the_page_showed(said: Proposal, other: Client) -> None:
    assert other.post(of(said, "confirm/"), {"seen": ""}).status_code == 422
    assert "確認しました" in words(other.post(of(said, "confirm/"), {"seen": said.digest}, follow=True))


def test_without_words_nothing_is_declined(said: Proposal, other: Client) -> None:
    assert other.post(of(said, "decline/"), {"words": ""}).status_code == 422
    other.post(of(said, "decline/"), {"words": "根拠がない"})
    assert "根拠がない" in words(other.get(of(said)))


def test_what_changed_meanwhile_is_told_and_it_goes_on_waiting(
    said: Proposal, other: Client, at: datetime
) -> None:
    record_payment(charge_id=said.given["charge"], paid_on=at.date(), by=clerk().actor, at=at)
    answer = other.post(of(said, "confirm/"), {"seen": said.digest})
    assert (answer.status_code, "すでに入金または免除が記録されています" in words(answer)) == (422, True)
    assert fresh(said).answer == ""


def test_proposals_of_another_duty_are_nowhere(said: Proposal) -> None:
    reviewer = officers.client_of(officers.officer(Duty.REVIEW))
    assert "確認を待っている提案はありません" in words(reviewer.get(LIST))
    assert reviewer.get(of(said)).status_code == 404
    assert reviewer.post(of(said, "confirm/"), {"seen": said.digest}).status_code == 404


def test_an_act_that_does_not_exist_is_not_found(said: Proposal, other: Client) -> None:
    assert other.post(of(said, "erase/")).status_code == 404


def test_the_home_page_counts_what_others_proposed(said: Proposal, one: OfficerMe, other: Client) -> None:
    assert "あなたの確認を待っています" in words(other.get("/office/"))
    assert "あなたの確認を待っています" not in words(officers.client_of(one).get("/office/"))


def test_looking_at_a_proposal_about_a_worker_leaves_a_trace(cast: Cast, at: datetime) -> None:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at - timedelta(days=1))
    given = {"number": cast.mirai.number, "means": "telephone", "send_to": None}
    propose(what=What.RETURN, given=given, by=officers.officer(Duty.IDENTITY).actor, at=at)
    assert "ケンセツ ミライ" in second_page(officers.officer(Duty.IDENTITY))
    assert DisclosureTrace.objects.get().reason == "再登録の、二人目の確認"


def test_looking_at_what_was_said_of_a_worker_leaves_a_trace_when_it_is_over_too(
    cast: Cast, at: datetime
) -> None:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at - timedelta(days=1))
    given = {"number": cast.mirai.number, "means": "telephone", "send_to": None}
    me = officers.officer(Duty.IDENTITY)
    withdraw(proposal=propose(what=What.RETURN, given=given, by=me.actor, at=at), by=me.actor, at=at)
    assert "今、登録されている内容" not in second_page(officers.officer(Duty.IDENTITY))
    assert DisclosureTrace.objects.get().reason == "再登録の、終わった提案の確認"
