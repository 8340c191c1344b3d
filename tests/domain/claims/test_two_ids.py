"""申告 of somebody with two IDs: one person enters a day once, under either (SAME-06)."""

from datetime import date, datetime

import pytest

from ccus.domain.notices.models import Notice
from ccus.domain.work_history.actions.answers import answer_refusal, refuse
from ccus.domain.work_history.actions.corrections import correct_day
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import Ground, Oddity, Party
from ccus.domain.work_history.claims.day_checks import DayTwice
from ccus.domain.work_history.claims.entered import DayOfficial
from ccus.domain.work_history.claims.oddities import oddities_of
from ccus.domain.work_history.models import WorkRecord
from ccus.domain.work_history.terms import State
from ccus.domain.workers.models import SamePersonProposal, Worker, WorkerAlias
from ccus.domain.workers.terms import Same, SameAnswer
from ccus.foundation.clock import now
from tests.factories import asked, codes, sites, workers
from tests.factories.claims import approved, entered, settled, state_of_days, tapped
from tests.factories.personas import Cast, firm, person

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


def test_a_refusal_of_one_id_is_answered_under_the_other(cast: Cast, other_id: Worker, at: datetime) -> None:
    (claim,) = entered(other_id, cast.site, MONDAY, by=person(other_id))
    refuse(claim=claim, ground=Ground.OTHER, words="控えにありません。", by=firm(cast.sato), at=at)
    assert "控えにありません。" in Notice.objects.filter(account=cast.account).latest("pk").body
    answer_refusal(claim=claim, plea="いました。", by=person(cast.mirai), at=at)
    assert asked.answer_of(claim, Party.OFFICE) is None


def test_a_record_under_the_main_id_makes_a_day_of_the_other_unusual(cast: Cast, other_id: Worker) -> None:
    elsewhere = sites.site()
    usual = {"state": 0, "reasons": [], "evidence": 0, "last_tap_at": now()}
    WorkRecord.objects.create(worker=cast.mirai.pk, place=elsewhere.pk, work_on=MONDAY, **usual)
    claim = asked.claim(cast, MONDAY, worker=other_id)
    assert oddities_of([claim.pk])[claim.pk] == [Oddity.ELSEWHERE, Oddity.NOBODY_ELSE]
