"""申請を画面で書く: saved as one types, images drawn on with a finger, all of it without scripts too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ccus.domain.applications.models import DraftSection
from tests.browser import PHONE, somebody
from tests.factories.evidence import photo
from tests.portals.filing import desk

pytestmark = pytest.mark.journey


@pytest.fixture
def me(portal_server: str) -> desk.Desk:
    return desk.of_applicant()


@pytest.fixture
def address(me: desk.Desk) -> str:
    return me.started("registration", "simple")


@pytest.fixture
def screen(has_script: bool, browser: Browser, portal_server: str, me: desk.Desk) -> Iterator[Page]:
    """A telephone on which somebody has signed in."""
    with somebody(browser, PHONE, has_script=has_script, address=portal_server) as context:
        page = context.new_page()
        sign_in(page, me)
        yield page


def sign_in(page: Page, me: desk.Desk) -> None:
    """The session of `me`, as a sign-in in another tab leaves it."""
    session = me.client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "domain": "127.0.0.1", "path": "/"}])


only_with_script = pytest.mark.parametrize("has_script", [True])


def picture(tmp_path: Path) -> Path:
    held = tmp_path / "menkyo.jpg"
    held.write_bytes(photo())
    return held


def test_a_page_is_filled_in_by_keyboard_and_leads_on(screen: Page, address: str) -> None:
    screen.goto(f"{address}emergency/")
    screen.get_by_label("緊急連絡先の氏名").fill("山田 太郎")
    screen.keyboard.press("Tab")
    screen.keyboard.type("父")
    screen.keyboard.press("Tab")
    screen.keyboard.type("090-8765-4321")
    screen.keyboard.press("Enter")
    expect(screen.get_by_role("heading", level=1)).to_have_text("顔写真")


def test_a_fault_is_said_on_top_and_what_was_typed_is_there(screen: Page, address: str) -> None:
    screen.goto(f"{address}birth/")
    screen.get_by_label("生年月日").fill("2月30日")
    screen.get_by_role("button", name="保存して次へ").click()
    expect(screen.get_by_role("alert")).to_contain_text("読み取れません")
    expect(screen.get_by_label("生年月日")).to_have_value("2月30日")


def test_an_address_comes_from_the_postcode(screen: Page, address: str) -> None:
    screen.goto(f"{address}contact/")
    screen.get_by_label("郵便番号").fill("１０５ー０００１")
    screen.get_by_role("button", name="住所を入れる").click()
    expect(screen.get_by_label("市区町村・町名")).to_have_value("港区虎ノ門")


def test_an_image_is_put_in_turned_and_blackened(screen: Page, address: str, tmp_path: Path) -> None:
    screen.goto(f"{address}identity/")
    part = screen.get_by_role("group", name="書類の画像（表）")
    has_script = bool(screen.locator("html.scripted").count())
    part.locator("input[type=file]").set_input_files(picture(tmp_path))
    if not has_script:
        part.get_by_role("button", name="この画像を付ける").click()
    expect(part.get_by_role("img")).to_be_visible()
    with screen.expect_navigation():
        part.get_by_role("button", name="右に回す").click()
    part.get_by_role("button", name="黒く塗る").click()
    expect(screen.get_by_role("heading", level=1)).to_have_text("黒く塗る：書類の画像（表）")


@only_with_script
def test_what_is_typed_is_saved_by_itself(screen: Page, address: str) -> None:
    screen.goto(f"{address}birth/")
    screen.get_by_label("生年月日").press_sequentially("H1.4.1")
    expect(screen.locator("[data-saved]")).to_contain_text("保存しました")
    expect(screen.locator("#id_birth_on_echo")).to_have_text("1989年4月1日（平成元年）")
    screen.reload()
    expect(screen.get_by_label("生年月日")).to_have_value("H1.4.1")


@only_with_script
def test_a_quiet_save_and_a_pressed_button_do_not_fight(screen: Page, address: str) -> None:
    screen.goto(f"{address}birth/")
    screen.get_by_label("生年月日").press_sequentially("H1.4.1")
    screen.get_by_role("button", name="保存して一覧へ").click()
    expect(screen.get_by_role("heading", level=1)).to_contain_text("技能者の新規登録")
    assert DraftSection.objects.get().rows[0]["raw"]["birth_on"] == "H1.4.1"


@only_with_script
def test_a_box_is_drawn_over_a_number(screen: Page, address: str, tmp_path: Path) -> None:
    screen.goto(f"{address}identity/")
    part = screen.get_by_role("group", name="書類の画像（表）")
    part.locator("input[type=file]").set_input_files(picture(tmp_path))
    part.get_by_role("button", name="黒く塗る").click()
    layer = screen.locator(".is-drawn .mask__draw")
    expect(layer).to_be_visible()  # from then on the script listens
    screen.wait_for_load_state()  # and from then on the picture below does not grow any more
    box = layer.bounding_box()
    assert box is not None
    screen.mouse.move(box["x"] + 10, box["y"] + 10)
    screen.mouse.down()
    screen.mouse.move(box["x"] + 120, box["y"] + 60)
    screen.mouse.up()
    screen.get_by_role("button", name="黒く塗る").click()
    expect(screen.get_by_role("heading", level=1)).to_have_text("本人確認書類")


@only_with_script
def test_a_question_that_does_not_apply_is_put_away(screen: Page, address: str) -> None:
    screen.goto(f"{address}delivery/")
    screen.get_by_label("連絡先の住所").check()
    expect(screen.get_by_label("宛名", exact=False)).to_be_hidden()
    screen.get_by_label("別の住所").check()
    expect(screen.get_by_label("宛名", exact=False)).to_be_visible()


@only_with_script
def test_whoever_was_signed_out_loses_nothing_by_pressing(screen: Page, address: str, me: desk.Desk) -> None:
    screen.goto(f"{address}emergency/")
    screen.get_by_label("緊急連絡先の氏名").fill("山田 太郎")
    screen.context.clear_cookies()
    screen.get_by_role("button", name="保存して一覧へ").click()
    expect(screen.locator("[data-saved]")).to_contain_text("別の画面でログインすると")
    expect(screen.get_by_label("緊急連絡先の氏名")).to_have_value("山田 太郎")
    sign_in(screen, me)
    screen.get_by_role("button", name="保存して一覧へ").click()
    expect(screen.get_by_role("heading", level=1)).to_contain_text("技能者の新規登録")
    assert DraftSection.objects.get().rows[0]["raw"]["person"] == "山田 太郎"


@only_with_script
def test_another_screen_is_seen_before_anything_is_overwritten(
    screen: Page, address: str, me: desk.Desk
) -> None:
    screen.goto(f"{address}emergency/")
    me.post(f"{address}emergency/", person="ほかの画面", version="0", act="list")
    screen.get_by_label("緊急連絡先の氏名").fill("この画面")
    screen.get_by_role("button", name="保存して次へ").click()
    expect(screen.get_by_role("region", name="ほかの画面で保存された内容")).to_contain_text("ほかの画面")
    expect(screen.get_by_label("緊急連絡先の氏名")).to_have_value("この画面")
