"""就業日の入力 at a registered site: what becomes of the day, who is asked and told (CLAIM-12 to CLAIM-17)."""

from datetime import date, datetime
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.models import Affect, Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Notice
from ccus.domain.sites.actions.roster import end_roster_line
from ccus.domain.work_history.actions.entries import enter_days
from ccus.domain.work_history.claim_terms import Answer, Oddity, Party
from ccus.domain.work_history.claims.firms import NotThatFirm
from ccus.domain.work_history.models import DayAsk, DayClaim, WorkRecord
from ccus.domain.work_history.terms import Evidence, Reason, State
from tests.factories import seats, sites, workers
from tests.factories.claims import approved, entered, settled, state_of_days, tapped, typed
from tests.factories.personas import Cast, firm, person

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
pytestmark = pytest.mark.django_db


def asked_of(claim: DayClaim) -> dict[Party, int]:
    return {Party(party): company for party, company in claim.asks.values_list("party", "company")}


def off_the_roster(cast: Cast, at: datetime) -> None:
    end_roster_line(line=cast.line, until_on=MONDAY, by=SYSTEM, at=at)


def test_an_entered_day_waits_and_three_companies_are_asked(cast: Cast) -> None:
    (claim,) = entered(cast.mirai, cast.site, MONDAY)
    assert asked_of(claim) == {
        Party.EMPLOYER: cast.takahashi.pk,
        Party.FIRST_TIER: cast.suzuki.pk,
        Party.PRIME: cast.sato.pk,
    }
    assert state_of_days(cast.mirai) == [(MONDAY, State.AWAITING_APPROVAL)]


def test_an_approved_entry_makes_the_day_official_with_its_evidence(cast: Cast) -> None:
    approved(*entered(cast.mirai, cast.site, MONDAY))
    settled()
    day = WorkRecord.objects.get(worker=cast.mirai.pk)
    assert (day.state, day.evidence, day.line) == (State.OFFICIAL, Evidence.APPROVED_ENTRY, cast.line.pk)


def test_a_day_that_the_roster_omitted_is_official_once_approved(cast: Cast, at: datetime) -> None:
    off_the_roster(cast, at)
    (claim,) = entered(cast.mirai, cast.site, MONDAY)
    assert asked_of(claim)[Party.EMPLOYER] == cast.takahashi.pk
    approved(claim)
    assert state_of_days(cast.mirai) == [(MONDAY, State.OFFICIAL)]


def test_a_tapped_day_that_waits_becomes_official_by_the_approved_entry(cast: Cast, at: datetime) -> None:
    off_the_roster(cast, at)
    tapped(cast, MONDAY)
    assert state_of_days(cast.mirai) == [(MONDAY, State.UNLINKED)]
    approved(*entered(cast.mirai, cast.site, MONDAY))
    assert state_of_days(cast.mirai) == [(MONDAY, State.OFFICIAL)]


def test_a_tap_that_arrives_after_the_entry_comes_first(cast: Cast) -> None:
    (claim,) = entered(cast.mirai, cast.site, MONDAY)
    tapped(cast, MONDAY)
    settled()
    day = WorkRecord.objects.get(worker=cast.mirai.pk)
    assert (day.state, day.evidence, day.entry) == (State.OFFICIAL, Evidence.CARD, claim.pk)


def test_an_entered_day_says_what_its_entry_says_where_no_roster_does(cast: Cast, at: datetime) -> None:
    off_the_roster(cast, at)
    (claim,) = entered(cast.mirai, cast.site, MONDAY)
    settled()
    day = WorkRecord.objects.get(worker=cast.mirai.pk)
    assert (day.trade, day.position) == (claim.trade_id, claim.position_id)
    assert day.reasons == [Reason.AWAITING_PRIME]


def test_several_days_are_one_event_that_touches_the_span(cast: Cast) -> None:
    claims = entered(cast.mirai, cast.site, TUESDAY, MONDAY)
    event = Event.objects.get(act=Act.DAYS_ENTERED)
    (affect,) = Affect.objects.filter(event_id=event.pk)
    assert (affect.worker, affect.place) == (cast.mirai.pk, cast.site.pk)
    assert (affect.from_on, affect.until_on) == (MONDAY, date(2026, 11, 18))
    assert event.detail["claims"] == [claim.pk for claim in claims]


def test_the_prime_may_approve_until_the_end_of_the_next_month(cast: Cast) -> None:
    (claim,) = entered(cast.mirai, cast.site, MONDAY)
    assert claim.due_at is not None
    assert claim.due_at.isoformat() == "2026-12-31T15:00:00+00:00"


def test_each_company_is_told_once_with_days_and_deadline(cast: Cast) -> None:
    prime, employer = seats.seat(cast.sato), seats.seat(cast.takahashi)
    entered(cast.mirai, cast.site, date(2026, 10, 30), MONDAY, TUESDAY)
    told = {notice.account_id: notice for notice in Notice.objects.all()}
    assert set(told) == {prime.account, employer.account}
    assert "3日分" in told[prime.account].title
    assert "期限：2026年11月30日" in told[prime.account].body
    assert told[employer.account].title.startswith("確認してください")


def test_a_site_with_a_very_long_name_is_told_of_all_the_same(cast: Cast) -> None:
    prime = seats.seat(cast.sato)
    entered(cast.mirai, sites.site(prime=cast.sato, name="未来" * 60), MONDAY)
    notice = Notice.objects.get(account=prime.account)
    assert notice.title.startswith("承認してください：就業日の入力（1日分、未来")
    assert len(notice.title) == 120
    assert "未来" * 60 in notice.body


def test_sixty_days_cost_no_more_statements_than_two(cast: Cast) -> None:
    october = [date(2026, 10, day) for day in range(1, 32)]
    november = [date(2026, 11, day) for day in range(1, 21)]
    with CaptureQueriesContext(
        connection,
    ) as few:
        entered(cast.mirai, cast.site, *october[:2])
    with CaptureQueriesContext(connection) as many:
        entered(cast.mirai, cast.site, *october[2:], *november)
    assert len(many) == len(few)


def test_an_employer_enters_for_its_worker_and_has_confirmed(cast: Cast) -> None:
    (claim,) = entered(cast.mirai, cast.site, MONDAY, by=firm(cast.takahashi))
    answers = dict(DayAsk.objects.filter(claim=claim).values_list("party", "answer"))
    assert answers == {Party.EMPLOYER: Answer.CONFIRMED, Party.FIRST_TIER: None, Party.PRIME: None}
    assert Notice.objects.filter(account=cast.account, title__startswith="高橋鉄筋が").exists()


def test_an_employer_enters_only_for_its_own_workers(cast: Cast) -> None:
    with pytest.raises(NotThatFirm, match="2026年11月16日は、他社の所属ではありません"):
        entered(cast.mirai, cast.site, MONDAY, by=firm(cast.stranger))


def test_a_role_without_the_power_enters_nothing(cast: Cast) -> None:
    viewer = seats.actor_of(seats.seat(cast.takahashi, Role.SITE_VIEWER))
    with pytest.raises(NotAllowed):
        entered(cast.mirai, cast.site, MONDAY, by=viewer)


def test_nobody_enters_days_of_another_worker(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="技能者本人か"):
        entered(cast.mirai, cast.site, MONDAY, by=person(workers.worker()))


def test_a_firm_that_is_named_must_be_that_of_the_day(cast: Cast, at: datetime) -> None:
    enter = partial(enter_days, worker=cast.mirai, site=cast.site, by=person(cast.mirai), at=at)
    (claim,) = enter(company=cast.takahashi, days=typed(MONDAY))
    assert claim.company == cast.takahashi
    with pytest.raises(NotThatFirm, match="2026年11月17日は、鈴木工務店の所属ではありません"):
        enter(company=cast.suzuki, days=typed(TUESDAY))


def test_what_is_unusual_stands_beside_what_is_asked(cast: Cast, at: datetime) -> None:
    off_the_roster(cast, at)
    (claim,) = entered(cast.mirai, cast.site, MONDAY)
    ask = DayAsk.objects.get(claim=claim, party=Party.PRIME)
    assert ask.is_odd
    assert Oddity.NOT_ON_ROSTER in ask.oddities
