"""担当をやめる: an officer hands a case back, and another takes it as it stands (LOOK-08)."""

from datetime import datetime

import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import Act
from ccus.domain.looks.actions.cases import answer_case, ask_company, close_case, hand_back_case, take_case
from ccus.domain.looks.cases import state_of
from ccus.domain.looks.models import LookCase
from ccus.domain.looks.policies import CaseClosed, NotTheirTurn
from ccus.domain.looks.terms import CaseState, Verdict
from tests.domain.looks.poaching import proposed_stop, taken_case
from tests.factories.officers import client_of, officer
from tests.factories.personas import firm

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(db: None) -> OfficerMe:
    return officer(Duty.CONTACT)


@pytest.fixture
def two(db: None) -> OfficerMe:
    return officer(Duty.CONTACT)


def now(case: LookCase) -> CaseState:
    return state_of(LookCase.objects.get(pk=case.pk))


def test_a_case_that_was_handed_back_is_taken_by_another(
    one: OfficerMe, two: OfficerMe, at: datetime
) -> None:
    case = taken_case(at, one.actor)
    hand_back_case(case=case, by=one.actor, at=at)
    assert now(case) is CaseState.NEW
    assert Event.objects.get(act=Act.LOOK_CASE_HANDED_BACK).actor_id == one.actor.id
    take_case(case=case, by=two.actor, at=at)
    assert LookCase.objects.get().taken_by == str(two.actor)


def test_what_the_company_was_asked_stays_asked_and_is_answered_meanwhile(
    one: OfficerMe, two: OfficerMe, at: datetime
) -> None:
    case = taken_case(at, one.actor)
    ask_company(case=case, words="なぜですか。", by=one.actor, at=at)
    hand_back_case(case=case, by=one.actor, at=at)
    answer_case(case=case, words="求人のためです。", by=firm(case.company), at=at)
    assert now(case) is CaseState.NEW
    take_case(case=case, by=two.actor, at=at)
    assert now(case) is CaseState.SAID


def test_only_whoever_has_a_case_hands_it_back(one: OfficerMe, two: OfficerMe, at: datetime) -> None:
    case = taken_case(at, one.actor)
    with pytest.raises(NotTheirTurn):
        hand_back_case(case=case, by=two.actor, at=at)


def test_a_stop_that_waits_for_the_second_officer_is_not_handed_back(one: OfficerMe, at: datetime) -> None:
    with pytest.raises(NotTheirTurn):
        hand_back_case(case=proposed_stop(at, one.actor), by=one.actor, at=at)


def test_a_closed_case_is_not_handed_back(one: OfficerMe, at: datetime) -> None:
    case = taken_case(at, one.actor)
    close_case(case=case, verdict=Verdict.FINE, words="求人でした。", by=one.actor, at=at)
    with pytest.raises(CaseClosed):
        hand_back_case(case=case, by=one.actor, at=at)


def test_the_page_offers_the_case_to_others_once_it_was_handed_back(
    one: OfficerMe, two: OfficerMe, at: datetime
) -> None:
    case = taken_case(at, one.actor)
    page = f"/office/looks/cases/{case.key}/"
    assert "この案件を担当する" not in client_of(two).get(page).content.decode()
    answer = client_of(one).post(f"{page}back/", follow=True)
    assert "担当をやめました" in answer.content.decode()
    assert "この案件を担当する" in client_of(two).get(page).content.decode()
