"""The hour of an officer, with the clock of the page moved: SIGN-11."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
PAGE = "/office/announcements/new/"
TITLE = "年末年始の受付について"
scripted = pytest.mark.parametrize("has_script", ["with script"], indirect=True)


def opened(desk: Desk) -> Desk:
    desk.page.clock.install()
    return desk.goes_to(PAGE)


def warning(desk: Desk) -> Locator:
    return desk.page.get_by_role("alertdialog", name="まもなくログアウトします")


def end(desk: Desk) -> Locator:
    return desk.page.get_by_role("alertdialog", name="ログインの時間が切れました")


@scripted
def test_five_minutes_before_the_end_a_bar_asks_and_one_press_renews_the_hour(desk: Desk) -> None:
    opened(desk).page.clock.fast_forward("54:50")
    expect(warning(desk)).to_be_hidden()
    desk.page.clock.fast_forward("00:15")
    expect(warning(desk)).to_contain_text("にログアウトします")
    desk.finds_no_barrier()
    with desk.page.expect_response("**/office/still-here/") as answer:
        desk.page.keyboard.press("Enter")
    assert answer.value.status == 200
    expect(warning(desk)).to_be_hidden()
    desk.page.clock.fast_forward("54:00")
    expect(warning(desk)).to_be_hidden()


@scripted
def test_typing_renews_the_hour_once_a_minute_at_most(desk: Desk) -> None:
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url) if "still" in request.url else None)
    title = opened(desk).page.get_by_label("題名")
    desk.page.clock.fast_forward("54:00")
    with desk.page.expect_response("**/office/still-here/"):
        title.press_sequentially(TITLE)
    desk.page.clock.fast_forward("00:30")
    title.press_sequentially(TITLE)
    assert len(asked) == 1
    with desk.page.expect_response("**/office/still-here/"):
        desk.page.clock.fast_forward("01:05")
    expect(warning(desk)).to_be_hidden()


@scripted
def test_after_the_end_typed_text_stays_and_signing_in_beside_it_makes_the_page_usable(desk: Desk) -> None:
    cookies = opened(desk).page.context.cookies()
    title = desk.page.get_by_label("題名")
    title.fill(TITLE)
    desk.page.context.clear_cookies(name="sessionid")
    desk.page.clock.fast_forward("01:00:05")
    expect(end(desk)).to_contain_text("入力したものは、そのまま残っています")
    expect(title).to_have_value(TITLE)
    desk.page.context.add_cookies(cookies)  # type: ignore[arg-type]
    desk.page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(end(desk)).to_be_hidden()


@scripted
def test_another_tab_in_which_somebody_works_renews_the_hour_of_all(desk: Desk) -> None:
    opened(desk).page.clock.fast_forward("56:00")
    expect(warning(desk)).to_be_visible()
    Desk(desk.page.context.new_page(), desk.address).goes_to("/office/")
    expect(warning(desk)).to_be_hidden()


@pytest.mark.parametrize("has_script", ["without script"], indirect=True)
def test_without_script_no_bar_is_seen_and_typed_text_goes_along_with_the_sign_in(desk: Desk) -> None:
    desk.goes_to(PAGE).page.get_by_label("題名").fill(TITLE)
    expect(warning(desk)).to_be_hidden()
    desk.page.context.clear_cookies(name="sessionid")
    desk.presses("確認画面へ進む").reads("記入したものは、この画面が預かっています")
