"""A job of a day, set up on the telephone at the door: few presses from the home page to the first card (SITE-18)."""

import pytest
from playwright.sync_api import expect

from ccus.foundation import clock
from tests.browser import COMPUTER, PHONE
from tests.journeys.company.people import Office, Town
from tests.journeys.gate.screen import Gate

pytestmark = pytest.mark.journey


def sets_up(foreman: Office) -> Gate:
    """From the home page to a gate that takes cards, on one device."""
    foreman.follows("小規模現場を登録する").fills({"現場名": "山田様邸 水道修理", "場所": "東京都北区1-1"})
    expect(foreman.page.get_by_label("いつ 必須")).to_have_value(clock.today().isoformat())
    foreman.presses("登録して、読み取りを始める").follows("この電話で読み取る")
    foreman.uses(foreman.page.get_by_role("button", name="受付を はじめる"), leads_on=False)
    return Gate(foreman.page, "", "").waits()


def test_a_small_site_takes_its_first_card_after_a_few_presses_on_a_telephone(town: Town) -> None:
    foreman, worker = town.firm("山田水道", PHONE).comes_in(), town.labourer()
    before = foreman.pressed
    sets_up(foreman).read(worker.card).says("記録しました").has_unsent(0)
    assert foreman.pressed - before <= 6
    expect(worker.comes_in().day_of(clock.today())).to_contain_text("山田様邸 水道修理")


@pytest.mark.thorough
def test_a_small_site_is_set_up_by_keyboard_alone(town: Town) -> None:
    foreman, worker = town.firm("山田水道", COMPUTER).without_mouse(), town.labourer()
    foreman.goes_to("/company/sign-in/").signs_in_here()
    sets_up(foreman).read(worker.card).says("記録しました").has_unsent(0)
