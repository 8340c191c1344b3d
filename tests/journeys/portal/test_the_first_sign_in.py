"""From the card letter to the portal: G04-3 to G04-5, G07-1 to G07-6."""

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = pytest.mark.journey
NEW = "ashiba to aoi sora"


def test_the_initial_password_leads_to_its_change_and_then_home(visitor: Visitor) -> None:
    mirai = cast.register()
    visitor.signs_in(mirai, mirai.initial_password)
    expect(visitor.page.get_by_role("heading", name="注意事項")).to_be_visible()
    visitor.goes_to("/worker/history/")
    visitor.page.get_by_label("新しいパスワード", exact=True).fill(NEW)
    visitor.page.get_by_label("新しいパスワード（確認）").fill(NEW)
    visitor.page.get_by_role("button", name="パスワード変更").click()
    expect(
        visitor.page.get_by_role("status").filter(has_text="パスワードの変更に成功しました。")
    ).to_be_visible()
    visitor.page.get_by_role("button", name="ログアウト").click()
    visitor.signs_in(mirai, NEW)
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("建設 未来さん")


def test_a_wrong_id_is_kept_and_explained(visitor: Visitor) -> None:
    visitor.goes_to("/worker/sign-in/")
    visitor.page.get_by_label("技能者ID").fill("1234-5678-9012-3")
    visitor.page.get_by_role("button", name="ログイン").click()
    expect(visitor.page.get_by_role("alert")).to_contain_text("技能者IDが13桁です。")
    expect(visitor.page.get_by_label("技能者ID")).to_have_value("1234-5678-9012-3")


def test_everything_is_done_by_keyboard_alone(desk: Visitor) -> None:
    mirai, press = cast.settled(), desk.page.keyboard.press
    desk.goes_to("/worker/sign-in/")
    press("Tab")
    expect(desk.page.get_by_role("link", name="本文へ移動")).to_be_focused()
    press("Enter")
    press("Tab")
    desk.page.keyboard.type(mirai.number)
    press("Tab")
    desk.page.keyboard.type(cast.PASSWORD)
    press("Enter")
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("建設 未来さん")
    desk.page.get_by_role("link", name="一覧", exact=True).focus()
    press("Enter")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("就業履歴")


def test_the_typed_password_is_shown_on_request(desk: Visitor) -> None:
    desk.goes_to("/worker/sign-in/")
    field = desk.page.get_by_label("パスワード", exact=True)
    desk.page.get_by_label("パスワードを表示する").check()
    expect(field).to_have_attribute("type", "text")


def test_errors_come_into_focus(desk: Visitor) -> None:
    desk.goes_to("/worker/sign-in/")
    desk.page.get_by_role("button", name="ログイン").click()
    expect(desk.page.get_by_role("alert")).to_be_focused()
    desk.page.get_by_role("link", name="技能者IDを入力してください。").click()
    expect(desk.page.get_by_label("技能者ID")).to_be_focused()
