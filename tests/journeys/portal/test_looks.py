"""Every page at every width: no barrier that axe can find, nothing cut off, for short and long names."""

from datetime import timedelta

import pytest
from playwright.sync_api import Request, expect

from ccus.domain.work_history.terms import Reason, State
from ccus.foundation import clock
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
PAGES = ("/worker/", "/worker/history/", "/worker/notices/", "/worker/sites/", "/worker/password/")
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"


def somebody_busy() -> cast.Person:
    person = cast.settled(
        FORTY_LETTERS, "グエン フオン アイン チャン ティ ビック", roman=FORTY_LETTERS.upper(), alias="アイン"
    )
    cast.employ(person, cast.company("株式会社ものすごくながいなまえの鉄筋工業東日本支店"))
    cast.card(person)
    site, other = cast.site(), cast.site("中央環状線 高架橋補修工事（その3）")
    line = cast.on_roster(person, site)
    for back in range(20):
        cast.worked(person, site, clock.today() - timedelta(days=back), line=line, out=back % 3 > 0)
    cast.worked(person, other, clock.today(), State.UNLINKED, (Reason.NOT_ON_ROSTER, Reason.EXIT_ONLY))
    cast.tapped_in_vain(person, other, clock.now() - timedelta(days=21))
    return person


def somebody_new() -> cast.Person:
    return cast.settled("𠮷", "ヨシ")


def test_no_page_behind_the_sign_in_has_a_barrier_and_forty_letters_fit_everywhere(desk: Visitor) -> None:
    desk.is_at_home(somebody_busy())
    for page in PAGES:
        desk.goes_to(page)
        for width in (320, 768):
            desk.at_width(width).scrolls_in_one_direction_only()
        for width in (390, 1280):
            desk.at_width(width).finds_no_barrier()
    assert desk.complaints == []


@pytest.mark.parametrize("path", PAGES[:2])
def test_empty_pages_have_none_either(desk: Visitor, path: str) -> None:
    desk.is_at_home(somebody_new()).goes_to(path).finds_no_barrier()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_sign_in_as_it_opens_and_with_errors(desk: Visitor, width: int) -> None:
    desk.page.set_viewport_size({"width": width, "height": 900})
    desk.goes_to("/worker/sign-in/").finds_no_barrier()
    desk.page.get_by_role("button", name="ログイン").click()
    desk.finds_no_barrier()


def test_the_first_change_of_password(desk: Visitor) -> None:
    person = cast.register()
    desk.signs_in(person, person.initial_password)
    desk.page.get_by_role("button", name="パスワード変更").click()
    desk.finds_no_barrier()


def test_nothing_that_is_pressed_is_small(desk: Visitor) -> None:
    desk.page.set_viewport_size({"width": 390, "height": 844})
    desk.is_at_home(somebody_busy())
    small = """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]
      .filter(e => e.checkVisibility() && !e.closest('p:not(.panel__foot)') && !e.matches('.skip'))
      .map(e => [e.getBoundingClientRect(), e.textContent.trim()])
      .filter(([box]) => box.height < 40 || box.width < 40).map(([box, words]) => words)"""
    assert desk.page.evaluate(small) == []


def test_a_rare_character_brings_its_own_font_and_nothing_else_does(desk: Visitor) -> None:
    asked: list[Request] = []
    desk.page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright wants a function
    desk.is_at_home(somebody_new())
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("𠮷さん")
    assert sum(request.resource_type == "font" for request in asked) <= 2
