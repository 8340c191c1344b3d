"""Two at once about one claim: one stands, the other is told; nobody waits in a circle (CLAIM-24, CLAIM-29)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.work_history.actions.answers import answer_refusal, approve, confirm, refuse
from ccus.domain.work_history.actions.bulk import approve_many, confirm_many, lapse_overdue
from ccus.domain.work_history.actions.corrections import correct_day
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import Answer, ClaimKind, ClaimState, Ground, Party
from ccus.domain.work_history.claims.answering import ClaimDecided, DeadlineOver, state_of
from ccus.domain.work_history.claims.correcting import CorrectionWaits
from ccus.domain.work_history.claims.stated import ClaimClosed
from ccus.domain.work_history.models import DayClaim, WorkRecord
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import asked, codes
from tests.factories.personas import Cast, firm, person, standing_cast

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
Act = Callable[[], object]


@pytest.fixture
def cast(fresh_database: Databases) -> Cast:
    return standing_cast()


@pytest.fixture
def claim(cast: Cast) -> DayClaim:
    return asked.claim(cast, recorded_at=AT)


@pytest.fixture
def approving(cast: Cast, claim: DayClaim) -> Act:
    return partial(approve, claim=claim, by=firm(cast.sato), at=AT)


@pytest.fixture
def withdrawing(cast: Cast, claim: DayClaim) -> Act:
    return partial(withdraw, claim=claim, by=person(cast.mirai), at=AT)


def test_of_two_approvers_at_once_one_is_told_that_it_is_approved(approving: Act, claim: DayClaim) -> None:
    told = contested(approving, approving)
    assert isinstance(told, ClaimDecided)
    assert "「承認」" in told.sentence


def test_of_an_approval_and_a_refusal_at_once_the_first_stands(
    approving: Act, cast: Cast, claim: DayClaim
) -> None:
    no = partial(refuse, claim=claim, ground=Ground.OTHER, words="いません", by=firm(cast.sato), at=AT)
    assert isinstance(contested(no, approving), ClaimDecided)
    assert state_of(claim) is ClaimState.REFUSED


def test_a_day_that_is_being_withdrawn_is_not_approved(
    approving: Act, withdrawing: Act, claim: DayClaim
) -> None:
    told = contested(withdrawing, approving)
    assert isinstance(told, ClaimDecided)
    assert "取下げ" in told.sentence
    assert state_of(claim) is ClaimState.WITHDRAWN


def test_a_day_that_is_being_approved_is_not_withdrawn(
    approving: Act, withdrawing: Act, claim: DayClaim
) -> None:
    assert isinstance(contested(approving, withdrawing), ClaimClosed)
    assert state_of(claim) is ClaimState.APPROVED


def test_a_day_that_is_being_withdrawn_is_not_confirmed(
    cast: Cast, withdrawing: Act, claim: DayClaim
) -> None:
    saying = partial(confirm, claim=claim, by=firm(cast.suzuki), at=AT)
    assert isinstance(contested(withdrawing, saying), ClaimDecided)


def test_a_confirmation_on_its_way_stays_and_the_approval_waits_for_it(
    cast: Cast, approving: Act, claim: DayClaim
) -> None:
    saying = partial(confirm, claim=claim, by=firm(cast.suzuki), at=AT)
    assert contested(saying, approving) is None
    assert asked.answer_of(claim, Party.FIRST_TIER) == Answer.CONFIRMED
    assert state_of(claim) is ClaimState.APPROVED


def test_of_a_press_for_all_and_a_single_approval_each_day_is_approved_once(
    cast: Cast, approving: Act, claim: DayClaim
) -> None:
    asked.claim(cast, asked.DAY - timedelta(days=1), recorded_at=AT)
    everything = partial(approve_many, company=cast.sato, by=firm(cast.sato), at=AT)
    assert isinstance(contested(everything, approving), ClaimDecided)
    assert state_of(claim) is ClaimState.APPROVED


def test_a_press_for_all_leaves_the_day_that_somebody_is_refusing(cast: Cast, claim: DayClaim) -> None:
    other = asked.claim(cast, asked.DAY - timedelta(days=1), recorded_at=AT)
    no = partial(refuse, claim=claim, ground=Ground.OTHER, words="いません", by=firm(cast.sato), at=AT)
    assert contested(no, partial(approve_many, company=cast.sato, by=firm(cast.sato), at=AT)) is None
    assert (state_of(claim), state_of(other)) == (ClaimState.REFUSED, ClaimState.APPROVED)


def test_of_two_presses_for_all_the_second_finds_nothing_left(cast: Cast, claim: DayClaim) -> None:
    everything = partial(approve_many, company=cast.sato, by=firm(cast.sato), at=AT)
    assert isinstance(contested(everything, everything), ClaimDecided)


def test_a_press_for_all_and_one_that_confirms_all_do_not_wait_in_a_circle(
    cast: Cast, claim: DayClaim
) -> None:
    everything = partial(approve_many, company=cast.sato, by=firm(cast.sato), at=AT)
    confirming = partial(confirm_many, company=cast.takahashi, by=firm(cast.takahashi), at=AT)
    assert isinstance(contested(everything, confirming), ClaimDecided)


def test_a_lapse_that_is_being_said_takes_the_day_from_the_approver(approving: Act, claim: DayClaim) -> None:
    told = contested(partial(lapse_overdue, by=SYSTEM, at=asked.DUE), approving)
    assert isinstance(told, DeadlineOver)
    assert state_of(claim) is ClaimState.LAPSED


def test_an_approval_on_its_way_is_not_overtaken_by_the_lapse(approving: Act, claim: DayClaim) -> None:
    assert contested(approving, partial(lapse_overdue, by=SYSTEM, at=asked.DUE)) is None
    assert state_of(claim) is ClaimState.APPROVED


def test_of_two_clocks_at_once_each_lapse_is_said_once(claim: DayClaim) -> None:
    said: list[int] = []
    lapse = partial(lapse_overdue, by=SYSTEM, at=asked.DUE)
    contested(lambda: said.append(lapse()), lambda: said.append(lapse()))
    assert sorted(said) == [0, 3]


@pytest.fixture
def changing(cast: Cast) -> Act:
    """Correcting a day that counts."""
    WorkRecord.objects.create(
        worker=cast.mirai.pk,
        work_on=asked.DAY,
        place=cast.site.pk,
        state=0,
        reasons=[],
        evidence=0,
        last_tap_at=AT,
        trade=codes.trade().pk,
        position=codes.position().pk,
        line=cast.line.pk,
        member=cast.second_tier.pk,
    )
    return partial(
        correct_day,
        worker=cast.mirai,
        place=cast.site.pk,
        on=asked.DAY,
        trade=None,
        position=None,
        work_content="揚重作業",
        by=person(cast.mirai),
        at=AT,
    )


def test_a_correction_is_not_replaced_while_the_one_before_is_being_approved(
    cast: Cast, changing: Act
) -> None:
    claim = asked.claim(cast, kind=ClaimKind.CORRECTION, recorded_at=AT)
    told = contested(partial(approve, claim=claim, by=firm(cast.sato), at=AT), changing)
    assert told is None or isinstance(told, CorrectionWaits)
    standing = DayClaim.objects.filter(kind=ClaimKind.CORRECTION, superseded_at=None)
    assert standing.count() == 1
    assert asked.answer_of(claim, Party.PRIME) == Answer.APPROVED


def test_a_correction_that_is_being_replaced_is_not_brought_before_the_office(
    cast: Cast, changing: Act
) -> None:
    claim = asked.claim(cast, kind=ClaimKind.CORRECTION, recorded_at=AT)
    refuse(claim=claim, ground=Ground.OTHER, words="いません", by=firm(cast.sato), at=AT)
    plead = partial(answer_refusal, claim=claim, plea="いました", by=person(cast.mirai), at=AT)
    assert isinstance(contested(changing, plead), ClaimDecided)
    assert not claim.asks.filter(party=Party.OFFICE).exists()
