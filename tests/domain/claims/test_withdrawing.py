"""申告の取下げ: by who said it, while nobody has decided (CLAIM-05, CLAIM-24)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.terms import Role
from ccus.domain.work_history.actions.answers import confirm
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import Answer, ClaimState
from ccus.domain.work_history.claims.stated import ClaimClosed, locked_state
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.domain.work_history.terms import State
from tests.factories import seats
from tests.factories.claims import approved, entered, state_of_days
from tests.factories.personas import Cast, firm, person

MONDAY = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(cast: Cast) -> DayClaim:
    return entered(cast.mirai, cast.site, MONDAY)[0]


def test_a_withdrawn_day_leaves_no_record(cast: Cast, claim: DayClaim, at: datetime) -> None:
    assert state_of_days(cast.mirai) == [(MONDAY, State.AWAITING_APPROVAL)]
    withdraw(claim=claim, by=person(cast.mirai), at=at)
    assert state_of_days(cast.mirai) == []


def test_a_withdrawn_day_can_be_entered_anew(cast: Cast, claim: DayClaim, at: datetime) -> None:
    withdraw(claim=claim, by=person(cast.mirai), at=at)
    assert entered(cast.mirai, cast.site, MONDAY, at=at)


def test_withdrawing_closes_what_nobody_answered(cast: Cast, claim: DayClaim, at: datetime) -> None:
    confirm(claim=claim, by=firm(cast.takahashi), at=at)
    withdraw(claim=claim, by=person(cast.mirai), at=at)
    answers = list(DayAsk.objects.filter(claim=claim).order_by("party").values_list("answer", flat=True))
    assert answers == [Answer.CONFIRMED, Answer.WITHDRAWN, Answer.WITHDRAWN]
    assert locked_state(claim) is ClaimState.WITHDRAWN


def test_a_waiting_day_past_its_deadline_may_still_be_taken_back(cast: Cast, claim: DayClaim) -> None:
    assert claim.due_at is not None
    withdraw(claim=claim, by=person(cast.mirai), at=claim.due_at + timedelta(minutes=1))
    assert state_of_days(cast.mirai) == []


def test_an_approved_day_is_not_taken_back(cast: Cast, claim: DayClaim, at: datetime) -> None:
    approved(claim)
    with pytest.raises(ClaimClosed, match="2026年11月16日の申告は「承認」なので、取り下げることはできません"):
        withdraw(claim=claim, by=person(cast.mirai), at=at)


def test_nothing_is_withdrawn_twice(cast: Cast, claim: DayClaim, at: datetime) -> None:
    withdraw(claim=claim, by=person(cast.mirai), at=at)
    with pytest.raises(ClaimClosed, match="「取下げ」なので"):
        withdraw(claim=claim, by=person(cast.mirai), at=at)


def test_a_company_takes_back_only_what_it_entered(cast: Cast, claim: DayClaim, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="入力した技能者本人"):
        withdraw(claim=claim, by=firm(cast.takahashi), at=at)


def test_another_account_of_the_company_takes_back_its_entry(cast: Cast, at: datetime) -> None:
    one = seats.actor_of(seats.seat(cast.takahashi))
    other = seats.actor_of(seats.seat(cast.takahashi, Role.TIER, unit=seats.unit(cast.takahashi)))
    (claim,) = entered(cast.mirai, cast.site, MONDAY, by=one)
    with pytest.raises(NotAllowed):
        withdraw(claim=claim, by=person(cast.mirai), at=at)
    withdraw(claim=claim, by=other, at=at)
    assert state_of_days(cast.mirai) == []


def test_what_the_office_entered_for_a_worker_the_worker_takes_back(cast: Cast, at: datetime) -> None:
    (claim,) = entered(cast.mirai, cast.site, MONDAY, by=SYSTEM)
    withdraw(claim=claim, by=person(cast.mirai), at=at)
    assert not DayClaim.objects.filter(superseded_at=None).exists()
