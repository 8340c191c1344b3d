"""まとめて答える: the whole list in one press, ticked days, and what is left out (CLAIM-28, CLAIM-34, CLAIM-37)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.audit.models import Affect, Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.domain.companies.terms import Role
from ccus.domain.work_history.actions.answers import approve
from ccus.domain.work_history.actions.bulk import (
    NothingChosen,
    approve_many,
    confirm_many,
    lapse_overdue,
)
from ccus.domain.work_history.claim_terms import Answer, ClaimState, Oddity, Party
from ccus.domain.work_history.claims.answering import ClaimDecided, DeadlineOver, state_of
from ccus.domain.work_history.claims.waiting_sql import Waiting
from ccus.domain.work_history.models import DayAsk
from tests.factories import asked, seats, sites
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db


def days(count: int) -> list[date]:
    return [asked.DAY - timedelta(days=ago) for ago in range(count)]


def waiting(cast: Cast, **values: object) -> Waiting:
    return Waiting(**({"company": cast.sato.pk, "parties": (Party.PRIME,)} | values))  # type: ignore[arg-type]


def test_one_press_approves_everything_that_is_not_unusual(cast: Cast, at: datetime) -> None:
    for on in days(5):
        asked.claim(cast, on)
    odd = asked.claim(cast, asked.DAY + timedelta(days=1), odd=(Oddity.ELSEWHERE,))
    assert approve_many(company=cast.sato, waiting=waiting(cast), by=firm(cast.sato), at=at) == 5
    assert state_of(odd) is ClaimState.WAITING


def test_an_unusual_day_is_approved_by_its_own_tick(cast: Cast, at: datetime) -> None:
    odd = asked.claim(cast, odd=(Oddity.NOBODY_ELSE,))
    assert approve_many(company=cast.sato, claims=[odd.key], by=firm(cast.sato), at=at) == 1
    assert state_of(odd) is ClaimState.APPROVED


def test_what_was_asked_after_the_page_was_read_is_not_approved_with_it(cast: Cast, at: datetime) -> None:
    asked.claim(cast)
    late = asked.claim(cast, days(2)[1], recorded_at=at + timedelta(seconds=5))
    read = waiting(cast, asked_until=at)
    approve_many(company=cast.sato, waiting=read, by=firm(cast.sato), at=at + timedelta(seconds=9))
    assert state_of(late) is ClaimState.WAITING


def test_the_event_names_each_worker_and_place_once(cast: Cast, at: datetime) -> None:
    for on in days(9):
        asked.claim(cast, on)
    approve_many(company=cast.sato, waiting=waiting(cast), by=firm(cast.sato), at=at)
    event = Event.objects.get(act=Act.CLAIMS_APPROVED)
    affect = Affect.objects.get(event_id=event.pk)
    assert (affect.from_on, affect.until_on) == (days(9)[-1], asked.DAY + timedelta(days=1))
    assert event.detail["days"] == 9


def test_the_press_of_a_manager_reaches_the_own_sites_only(cast: Cast, at: datetime) -> None:
    other = sites.site(prime=cast.sato)
    here, there = asked.claim(cast), asked.claim(cast, place=other.place)
    manager = seats.manager_at(cast.site)
    assert approve_many(company=cast.sato, waiting=waiting(cast), by=manager.actor, at=at) == 1
    assert (state_of(here), state_of(there)) == (ClaimState.APPROVED, ClaimState.WAITING)


def test_a_tick_for_a_site_of_somebody_else_approves_nothing(cast: Cast, at: datetime) -> None:
    there = asked.claim(cast, place=sites.site(prime=cast.sato).place)
    manager = seats.manager_at(cast.site)
    with pytest.raises(ClaimDecided):
        approve_many(company=cast.sato, claims=[there.key], by=manager.actor, at=at)


def test_another_company_and_a_viewer_approve_nothing_by_the_thousand(cast: Cast, at: datetime) -> None:
    asked.claim(cast)
    for by in (firm(cast.suzuki), seats.seat(cast.sato, Role.SITE_VIEWER).actor):
        with pytest.raises(NotAllowed):
            approve_many(company=cast.sato, by=by, at=at)


def test_nothing_ticked_and_nothing_left_are_said(cast: Cast, at: datetime) -> None:
    with pytest.raises(NothingChosen, match="選ばれていません"):
        approve_many(company=cast.sato, claims=[], by=firm(cast.sato), at=at)
    with pytest.raises(ClaimDecided, match="もう答えられているか"):
        approve_many(company=cast.sato, by=firm(cast.sato), at=at)


def test_an_employer_confirms_the_days_of_its_workers_in_one_press(cast: Cast, at: datetime) -> None:
    made = [asked.claim(cast, on) for on in days(3)]
    assert confirm_many(company=cast.takahashi, by=firm(cast.takahashi), at=at) == 3
    said = DayAsk.objects.filter(claim__in=made, answer=Answer.CONFIRMED)
    assert {ask.party for ask in said} == {Party.EMPLOYER}


def test_the_clock_says_the_lapse_of_each_ask_once(cast: Cast) -> None:
    claim = asked.claim(cast)
    assert lapse_overdue(by=SYSTEM, at=asked.DUE - timedelta(seconds=1)) == 0
    assert lapse_overdue(by=SYSTEM, at=asked.DUE) == 3
    assert lapse_overdue(by=SYSTEM, at=asked.DUE) == 0
    assert state_of(claim) is ClaimState.LAPSED
    assert Event.objects.filter(act=Act.CLAIMS_LAPSED).count() == 1


def test_a_day_that_waits_for_the_office_does_not_lapse(cast: Cast, at: datetime) -> None:
    claim = asked.row(cast)
    DayAsk.objects.create(
        claim=claim, party=Party.OFFICE, place=claim.place, asked_at=at, due_at=at, plea="いた"
    )
    assert lapse_overdue(by=SYSTEM, at=asked.DUE) == 0


def test_before_the_lapse_is_said_an_approval_by_a_clock_that_is_behind_counts(cast: Cast) -> None:
    claim = asked.claim(cast)
    approve(claim=claim, by=firm(cast.sato), at=asked.DUE - timedelta(minutes=1))
    assert lapse_overdue(by=SYSTEM, at=asked.DUE) == 0
    assert state_of(claim) is ClaimState.APPROVED


def test_after_the_lapse_was_said_the_approver_is_told_kindly(cast: Cast) -> None:
    claim = asked.claim(cast)
    lapse_overdue(by=SYSTEM, at=asked.DUE)
    with pytest.raises(DeadlineOver, match="「承認なし」として残り"):
        approve(claim=claim, by=firm(cast.sato), at=asked.DUE - timedelta(minutes=1))


def test_nobody_but_the_clock_says_a_lapse(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        lapse_overdue(by=firm(cast.sato), at=asked.DUE)
