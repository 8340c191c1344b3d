"""A day that waits becomes official by itself, and a card that opens nothing says so: from the gate to 就業履歴."""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from ccus.domain.cards.actions.loss import report_loss
from ccus.domain.companies.policies import as_actor as company_actor
from ccus.domain.sites.actions.structure import accept_invitation
from ccus.domain.sites.policies import standing_in
from ccus.domain.work_history.models import Tap, WorkRecord
from ccus.domain.work_history.terms import Outcome, Reason
from ccus.domain.workers.policies import as_actor
from ccus.foundation import clock
from tests.journeys.gate.screen import Gate
from tests.journeys.visitor import Visitor
from tests.journeys.whole.conftest import Newcomer, hired_below_the_prime, the_jobs_settle
from tests.portals.worker import cast

pytestmark = pytest.mark.journey


def today_of(history: Visitor) -> Locator:
    """The day on 就業履歴, loaded anew."""
    history.goes_to("/worker/history/")
    return history.panel("一日ごとの記録").get_by_role("listitem").first


def test_a_day_off_the_roster_waits_and_becomes_official_when_the_roster_is_written(
    newcomer: Newcomer, gate: Gate, history: Visitor
) -> None:
    cast.employ(newcomer.person, newcomer.employer)
    gate.read(newcomer.card.token).says("記録しました", "作業員名簿", "E-11").has_unsent(0)
    for words in ("連結待ち", Reason.NOT_ON_ROSTER.text.sentence, Reason.NOT_ON_ROSTER.text.mended_by):
        expect(today_of(history)).to_contain_text(words)
    cast.on_roster(newcomer.person, newcomer.site)
    the_jobs_settle()
    expect(today_of(history)).to_contain_text("正式な就業として数えています")
    expect(today_of(history)).not_to_contain_text("連結待ち")


@pytest.mark.thorough
def test_a_day_without_the_link_to_the_employer_becomes_official_when_both_agree(
    newcomer: Newcomer, gate: Gate, history: Visitor
) -> None:
    cast.on_roster(newcomer.person, newcomer.site)
    gate.read(newcomer.card.token).says("記録しました", "E-13").has_unsent(0)
    expect(today_of(history)).to_contain_text(Reason.NOT_LINKED_TO_EMPLOYER.text.mended_by)
    cast.employ(newcomer.person, newcomer.employer)
    the_jobs_settle()
    expect(today_of(history)).to_contain_text("正式な就業として数えています")


@pytest.mark.thorough
def test_a_day_under_a_firm_that_has_not_accepted_becomes_official_when_it_does(
    newcomer: Newcomer, gate: Gate, history: Visitor
) -> None:
    spot = hired_below_the_prime(newcomer)
    gate.read(newcomer.card.token).says("記録しました", "E-12").has_unsent(0)
    expect(today_of(history)).to_contain_text(Reason.CHAIN_HAS_HOLE.text.mended_by)
    accept_invitation(member=spot, by=company_actor(standing_in(spot)), at=clock.now())
    the_jobs_settle()
    expect(today_of(history)).to_contain_text("正式な就業として数えています")


def test_a_lost_card_is_red_at_the_gate_stored_as_a_tap_and_makes_no_day(
    newcomer: Newcomer, gate: Gate, history: Visitor
) -> None:
    by, at = as_actor(newcomer.person.worker), clock.now()
    report_loss(card=newcomer.card, lost_from=at - timedelta(minutes=1), by=by, at=at)
    gate.read(newcomer.card.token).says("記録していません", "紛失の届けが出ています", "E-22").has_unsent(0)
    expect(gate.page.locator("body")).to_have_attribute("data-tone", "stop")
    assert Tap.objects.values_list("card", "outcome").get() == (newcomer.card.token, Outcome.NOT_RECORDED)
    assert not WorkRecord.objects.exists()
    for words in ("この読み取りは記録していません", Reason.CARD_LOST.text.mended_by):
        expect(today_of(history)).to_contain_text(words)
