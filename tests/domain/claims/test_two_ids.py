"""申告 of somebody with two IDs: one person enters a day once, under either (SAME-06)."""

from datetime import date, datetime

import pytest

from ccus.domain.work_history.actions.corrections import correct_day
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import Party
from ccus.domain.work_history.day_checks import DayTwice
from ccus.domain.work_history.entered import DayOfficial
from ccus.domain.work_history.terms import State
from ccus.domain.workers.models import SamePersonProposal, Worker, WorkerAlias
from ccus.domain.workers.terms import Same, SameAnswer
from tests.factories import codes, workers
from tests.factories.claims import approved, entered, settled, state_of_days, tapped
from tests.factories.personas import Cast, person

MONDAY = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


@pytest.fixture
def other_id(cast: Cast, at: datetime) -> Worker:
    """A second ID of 建設 未来, merged into the first."""
    worker = workers.worker()
    answered = {"answer": SameAnswer.APPROVED, "answered_at": at, "answered_by": "operator:2"}
    said = SamePersonProposal.objects.create(
        kind=Same.MERGE,
        worker=worker,
        main=cast.mirai,
        words="同じ人",
        proposed_at=at,
        proposed_by="operator:1",
        **answered,
    )
    WorkerAlias.objects.create(
        worker=worker,
        main=cast.mirai,
        proposal=said,
        proposed_by="operator:1",
        recorded_at=at,
        recorded_by="operator:2",
    )
    return worker


def test_a_day_entered_under_one_id_is_not_entered_under_the_other(cast: Cast, other_id: Worker) -> None:
    entered(cast.mirai, cast.site, MONDAY)
    with pytest.raises(DayTwice, match="もう入力されています"):
        entered(other_id, cast.site, MONDAY)


def test_a_day_that_the_card_of_the_main_made_official_needs_no_entry(cast: Cast, other_id: Worker) -> None:
    tapped(cast, MONDAY)
    settled()
    with pytest.raises(DayOfficial):
        entered(other_id, cast.site, MONDAY)


def test_an_entry_under_the_other_id_asks_the_employer_of_the_person(cast: Cast, other_id: Worker) -> None:
    (claim,) = entered(other_id, cast.site, MONDAY)
    assert claim.asks.get(party=Party.EMPLOYER).company == cast.takahashi
    approved(claim)
    assert state_of_days(cast.mirai) == [(MONDAY, State.OFFICIAL)]


def test_the_person_takes_back_what_was_entered_under_the_other_id(
    cast: Cast, other_id: Worker, at: datetime
) -> None:
    (claim,) = entered(other_id, cast.site, MONDAY)
    withdraw(claim=claim, by=person(cast.mirai), at=at)
    assert state_of_days(cast.mirai) == []


def test_a_day_is_corrected_under_the_other_id(cast: Cast, other_id: Worker, at: datetime) -> None:
    tapped(cast, MONDAY)
    settled()
    leader = codes.position("team_leader")
    claim = correct_day(
        worker=other_id,
        place=cast.site.pk,
        on=MONDAY,
        trade=None,
        position=leader,
        work_content="揚重作業",
        by=person(other_id),
        at=at,
    )
    assert claim.position == leader
