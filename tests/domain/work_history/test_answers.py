"""申告への答え: who answers, what is said, what becomes of the claim (CLAIM-26, CLAIM-29 to CLAIM-33, CLAIM-36)."""

from datetime import datetime, timedelta

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Affect, Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Act, Actor, ActorKind
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Notice
from ccus.domain.work_history.actions.answers import (
    GroundMissing,
    WordsWrong,
    answer_refusal,
    approve,
    confirm,
    decide,
    refuse,
)
from ccus.domain.work_history.claim_rules import TO_ANSWER
from ccus.domain.work_history.claim_terms import Answer, ClaimState, Ground, Party
from ccus.domain.work_history.claims.answering import ClaimDecided, DeadlineOver, NotAsked, state_of
from ccus.domain.work_history.models import DayAsk, DayClaim
from tests.factories import asked, officers, seats
from tests.factories.personas import Cast, firm, person

pytestmark = pytest.mark.django_db
WORDS = "入退場の控えにお名前がありません。"


def test_the_approval_of_the_prime_decides_a_day_that_nobody_has_confirmed(cast: Cast, at: datetime) -> None:
    claim = asked.claim(cast)
    approve(claim=claim, by=firm(cast.sato), at=at)
    assert state_of(claim) is ClaimState.APPROVED
    assert asked.answer_of(claim, Party.EMPLOYER) == Answer.NOT_NEEDED


def test_confirming_decides_nothing_and_is_said_once(cast: Cast, at: datetime) -> None:
    claim = asked.claim(cast)
    confirm(claim=claim, by=firm(cast.takahashi), at=at)
    confirm(claim=claim, by=firm(cast.suzuki), at=at)
    assert state_of(claim) is ClaimState.WAITING
    with pytest.raises(ClaimDecided, match="もう確認されているか"):
        confirm(claim=claim, by=firm(cast.takahashi), at=at)


def test_a_confirmation_that_was_given_stays_beside_the_approval(cast: Cast, at: datetime) -> None:
    claim = asked.claim(cast)
    confirm(claim=claim, by=firm(cast.suzuki), at=at)
    approve(claim=claim, by=firm(cast.sato), at=at)
    assert asked.answer_of(claim, Party.FIRST_TIER) == Answer.CONFIRMED


def test_an_approval_names_the_day_that_has_to_be_derived(cast: Cast, at: datetime) -> None:
    approve(claim=asked.claim(cast), by=firm(cast.sato), at=at)
    affect = Affect.objects.get(event_id=Event.objects.get(act=Act.CLAIM_APPROVED).pk)
    day = (affect.worker, affect.place, affect.from_on, affect.until_on)
    assert day == (cast.mirai.pk, cast.site.pk, asked.DAY, asked.DAY + timedelta(days=1))


@pytest.mark.parametrize("by", [SYSTEM, Actor(ActorKind.OPERATOR, 1), Actor(ActorKind.WORKER, 1)])
def test_nobody_else_answers_for_the_prime(by: Actor, cast: Cast, at: datetime) -> None:
    claim = asked.claim(cast)
    with pytest.raises(NotAllowed, match="佐藤建設"):
        approve(claim=claim, by=by, at=at)
    with pytest.raises(NotAsked):
        confirm(claim=claim, by=by, at=at)


def test_the_manager_of_another_site_does_not_approve_here(cast: Cast, at: datetime) -> None:
    claim, other = asked.claim(cast), seats.seat(cast.sato, Role.SITE_MANAGER)
    with pytest.raises(NotAllowed, match="担当ではありません"):
        approve(claim=claim, by=other.actor, at=at)
    approve(claim=claim, by=seats.manager_at(cast.site).actor, at=at)


def test_a_viewer_of_the_site_approves_nothing(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="権限ではできません"):
        approve(claim=asked.claim(cast), by=seats.seat(cast.sato, Role.SITE_VIEWER).actor, at=at)


def test_the_second_answer_is_told_what_the_first_one_was(cast: Cast, at: datetime) -> None:
    claim = asked.claim(cast)
    refuse(claim=claim, ground=Ground.OTHER_DAY, words=WORDS, by=firm(cast.sato), at=at)
    with pytest.raises(ClaimDecided, match="否認"):
        approve(claim=claim, by=firm(cast.sato), at=at)


def test_a_refusal_needs_a_ground_and_words(cast: Cast, at: datetime) -> None:
    claim = asked.claim(cast)
    with pytest.raises(GroundMissing, match="理由が選ばれていません"):
        refuse(claim=claim, ground=None, words=WORDS, by=firm(cast.sato), at=at)
    with pytest.raises(WordsWrong, match="入力されていません"):
        refuse(claim=claim, ground=Ground.OTHER, words="　 ", by=firm(cast.sato), at=at)
    with pytest.raises(WordsWrong, match="401文字"):
        refuse(claim=claim, ground=Ground.OTHER, words="あ" * 401, by=firm(cast.sato), at=at)


def test_the_worker_is_told_of_a_refusal_and_until_when_to_answer(cast: Cast, at: datetime) -> None:
    refuse(claim=asked.claim(cast), ground=Ground.NOT_THERE, words=WORDS, by=firm(cast.sato), at=at)
    notice = Notice.objects.get(account=cast.account)
    assert WORDS in notice.body
    assert "2026年12月4日までに、一度だけ" in notice.body


def refused(cast: Cast, at: datetime) -> DayClaim:
    claim = asked.claim(cast)
    refuse(claim=claim, ground=Ground.NOT_THERE, words=WORDS, by=firm(cast.sato), at=at)
    return claim


def test_only_the_worker_answers_a_refusal_and_only_once(cast: Cast, at: datetime) -> None:
    claim = refused(cast, at)
    with pytest.raises(NotAllowed, match="本人だけ"):
        answer_refusal(claim=claim, plea="いました。", by=firm(cast.takahashi), at=at)
    answer_refusal(claim=claim, plea="いました。", by=person(cast.mirai), at=at)
    assert state_of(claim) is ClaimState.DISPUTED
    with pytest.raises(ClaimDecided, match="運営主体が確認中"):
        answer_refusal(claim=claim, plea="いました。", by=person(cast.mirai), at=at)


def test_a_refusal_is_answered_within_fourteen_days(cast: Cast, at: datetime) -> None:
    claim = refused(cast, at)
    with pytest.raises(DeadlineOver, match="2026年12月4日までにできました"):
        answer_refusal(claim=claim, plea="いました。", by=person(cast.mirai), at=at + TO_ANSWER)
    last = at + TO_ANSWER - timedelta(seconds=1)
    answer_refusal(claim=claim, plea="いました。", by=person(cast.mirai), at=last)


def test_the_prime_hears_the_plea(cast: Cast, at: datetime) -> None:
    approver = seats.seat(cast.sato)
    answer_refusal(claim=refused(cast, at), plea="朝からいました。", by=person(cast.mirai), at=at)
    assert "朝からいました。" in Notice.objects.get(account=approver.account).body


@pytest.mark.parametrize(("is_for", "state"), [(True, ClaimState.APPROVED), (False, ClaimState.UPHELD)])
def test_the_office_decides_an_answered_refusal(
    is_for: bool, state: ClaimState, cast: Cast, at: datetime
) -> None:
    claim, officer = refused(cast, at), officers.officer(Duty.DISPUTES)
    answer_refusal(claim=claim, plea="いました。", by=person(cast.mirai), at=at)
    ground = None if is_for else Ground.NOT_THERE
    decide(claim=claim, is_for=is_for, ground=ground, words="確かめました。", by=officer.actor, at=at)
    assert state_of(claim) is state
    assert "確かめました。" in Notice.objects.filter(account=cast.account).latest("pk").body
    with pytest.raises(ClaimDecided):
        decide(claim=claim, is_for=True, words="やはり。", by=officer.actor, at=at)


def test_an_officer_of_another_duty_decides_nothing(cast: Cast, at: datetime) -> None:
    claim = refused(cast, at)
    answer_refusal(claim=claim, plea="いました。", by=person(cast.mirai), at=at)
    with pytest.raises(NotAllowed, match="申し立ての裁定"):
        decide(claim=claim, is_for=True, words="はい。", by=officers.officer(Duty.REVIEW).actor, at=at)


def test_a_decision_against_the_worker_needs_a_ground(cast: Cast, at: datetime) -> None:
    claim = refused(cast, at)
    answer_refusal(claim=claim, plea="いました。", by=person(cast.mirai), at=at)
    with pytest.raises(GroundMissing):
        decide(claim=claim, is_for=False, words="いません。", by=officers.officer().actor, at=at)


def test_whoever_is_worker_employer_and_prime_approves_the_own_day_and_it_is_marked(
    cast: Cast, at: datetime
) -> None:
    owner = seats.seat(cast.sato, account=cast.account)
    claim = asked.claim(cast, asked={Party.PRIME: cast.sato})
    approve(claim=claim, by=owner.actor, at=at)
    assert DayAsk.objects.get(claim=claim).is_own


def test_the_approval_of_somebody_else_is_no_own_one(cast: Cast, at: datetime) -> None:
    claim = asked.claim(cast)
    approve(claim=claim, by=seats.seat(cast.sato).actor, at=at)
    assert not DayAsk.objects.get(claim=claim, party=Party.PRIME).is_own


def test_an_approval_a_second_before_the_deadline_counts_and_one_at_it_does_not(cast: Cast) -> None:
    claim = asked.claim(cast)
    with pytest.raises(DeadlineOver, match="2026年12月31日"):
        approve(claim=claim, by=firm(cast.sato), at=asked.DUE)
    approve(claim=claim, by=firm(cast.sato), at=asked.DUE - timedelta(seconds=1))
    assert Event.objects.filter(act=Act.CLAIM_APPROVED).count() == 1


def test_an_entry_of_one_account_that_another_of_the_firm_approves_is_marked(
    cast: Cast, at: datetime
) -> None:
    clerk, chief = seats.seat(cast.sato, Role.SITE_MANAGER), seats.seat(cast.sato)
    claim = asked.claim(cast, recorded_by=str(clerk.actor))
    approve(claim=claim, by=chief.actor, at=at)
    assert DayAsk.objects.get(claim=claim, party=Party.PRIME).is_own


def test_letters_that_nobody_sees_are_left_out_of_what_is_said(cast: Cast, at: datetime) -> None:
    claim = asked.claim(cast)
    refuse(claim=claim, ground=Ground.OTHER, words="控え\x00に\u202eない", by=firm(cast.sato), at=at)
    assert DayAsk.objects.get(claim=claim, party=Party.PRIME).words == "控えにない"
