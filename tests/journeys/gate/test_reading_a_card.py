"""What a reader types, and what the screen says."""

import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from ccus.domain.sites.models import Reader
from ccus.domain.work_history.models import Tap
from tests.journeys.gate.conftest import Site
from tests.journeys.gate.screen import Gate

pytestmark = pytest.mark.journey
UNKNOWN = "9999999999999901"


def test_the_secret_of_the_reader_leaves_the_address_bar_at_once(opened_gate: Gate) -> None:
    expect(opened_gate.page).to_have_url(f"{opened_gate.address}/gate/")


def test_the_day_begins_with_one_large_button(opened_gate: Gate) -> None:
    expect(opened_gate.page.get_by_role("button", name="受付を はじめる")).to_be_focused()
    opened_gate.begin().waits().says("カードは1枚だけ、止めてかざす", "Hold your card here")


def test_a_card_read_before_the_day_began_is_taken(opened_gate: Gate, site: Site) -> None:
    expect(opened_gate.is_online().page.get_by_role("button", name="受付を はじめる")).to_be_visible()
    opened_gate.read(site.card).says("入場しました").has_unsent(0)
    assert Tap.objects.count() == 1


def test_a_known_card_enters_and_the_tap_is_stored_once(gate: Gate, site: Site) -> None:
    gate.read(site.card).says(
        "入場しました", "ケンセツ ミライ さん", "今月 1日目", heading="カード読み取り成功"
    )
    gate.waits().has_unsent(0)
    assert list(Tap.objects.values_list("card", "seq")) == [(site.card, 1)]


def test_a_number_typed_slowly_by_hand_is_shown_and_taken(gate: Gate, site: Site) -> None:
    gate.page.keyboard.type(site.card[:14], delay=60)
    expect(gate.page.locator("#stage .echo__digits")).to_have_text(
        re.sub(r"(.{4})(?=.)", r"\1 ", site.card[:14])
    )
    gate.page.keyboard.press("Enter")
    gate.says("入場しました")


@pytest.mark.thorough
def test_hyphens_and_spaces_of_a_card_do_not_count(gate: Gate, site: Site) -> None:
    gate.read(f"{site.card[:4]}-{site.card[4:14]} - {site.card[14:]}").says("入場しました")


def test_a_reader_that_types_into_an_input_method_is_understood(gate: Gate, site: Site) -> None:
    keyboard = gate.page.context.new_cdp_session(gate.page)
    for code in [*(f"Digit{digit}" for digit in site.card), "Enter"]:
        key = {"type": "rawKeyDown", "key": "Process", "code": code, "windowsVirtualKeyCode": 229}
        keyboard.send("Input.dispatchKeyEvent", key)
        keyboard.send("Input.dispatchKeyEvent", key | {"type": "keyUp"})
    gate.says("入場しました")


def test_the_keypad_on_the_screen_does_what_a_reader_does(gate: Gate, site: Site) -> None:
    gate.page.get_by_role("button", name="番号を入力").click()
    for digit in site.card:
        gate.page.locator("#keys").get_by_role("button", name=digit, exact=True).click()
    gate.page.get_by_role("button", name="読み取る").click()
    gate.says("入場しました")
    expect(gate.page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("12345678901234567", "17けた"),
        pytest.param("1234567890123", "13けた", marks=pytest.mark.thorough),
        pytest.param("7", "1けた", marks=pytest.mark.thorough),
    ],
)
def test_a_number_of_another_length_is_no_card_and_is_not_kept(gate: Gate, typed: str, said: str) -> None:
    gate.read(typed).says("読み取れませんでした", said).waits()
    assert gate.journal() == []
    assert Tap.objects.count() == 0


def test_an_unknown_card_makes_no_record_and_the_screen_says_who_can_help(gate: Gate) -> None:
    gate.read(UNKNOWN).says(
        "記録していません", "登録されていないカードです。", "お問い合わせセンター", "E-20"
    ).has_unsent(0)
    assert Tap.objects.get().card == UNKNOWN


@pytest.mark.thorough
def test_somebody_missing_on_the_roster_is_recorded_with_a_notice(gate: Gate, site: Site) -> None:
    gate.read(site.guest_card).says("記録しました", "グエン ヴァン アイン さん", "作業員名簿", "E-11")


def test_a_card_stopped_in_the_portal_is_refused_at_once_and_taken_again_when_it_was_found(
    gate: Gate, site: Site
) -> None:
    holder = Client()
    holder.force_login(site.cast.account)
    holder.post("/worker/card/1/loss/")
    gate.read(site.card).says("記録していません", "紛失", "E-22").waits()
    holder.post("/worker/card/1/finding/")
    gate.read(site.card).says("入場しました", "ケンセツ ミライ さん")


@pytest.mark.thorough
def test_the_same_card_again_is_already_recorded(gate: Gate, site: Site) -> None:
    gate.read(site.card).says("入場しました")
    gate.read(site.card).says(re.compile(r"もう記録しています \d{1,2}:\d\d"), heading="カード読み取り済み")


def test_the_switch_makes_an_exit_of_it_and_stays_where_it_was(gate: Gate, site: Site) -> None:
    gate.page.get_by_role("radio", name="自動").focus()
    gate.page.keyboard.press("ArrowLeft")
    gate.read(site.guest_card).says("記録しました").has_unsent(0)
    gate.page.reload()
    expect(gate.page.get_by_role("radio", name="退場")).to_be_checked()


def test_the_screen_is_free_again_and_counts_the_people_of_today(gate: Gate, site: Site) -> None:
    gate.read(site.card).says("入場しました").waits()
    expect(gate.page.locator("#today b")).to_have_text("1")
    expect(gate.page.locator("#reader-name")).to_contain_text(Reader.objects.get(name="正門").name)
