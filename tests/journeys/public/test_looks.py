"""The public pages at every width: no barrier, nothing cut off, nothing heavy, nothing from elsewhere."""

import pytest
from playwright.sync_api import Response, expect

from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
PAGES = (
    "/",
    "/guide/",
    "/announcements/",
    "/contact/",
    "/privacy/",
    "/terms/",
    "/accessibility/",
    "/register/",
)
LIGHT = 60_000


def test_no_public_page_has_a_barrier_and_nothing_is_cut_off_at_any_width(desk: Visitor) -> None:
    for path in (*PAGES, "/register/sent/"):
        desk.goes_to(path)
        for width in (320, 768):
            desk.at_width(width).scrolls_in_one_direction_only()
        for width in (390, 1280):
            desk.at_width(width).finds_no_barrier()
    assert desk.complaints == []


def test_a_form_with_faults_has_no_barrier_either(desk: Visitor) -> None:
    desk.goes_to("/register/").page.get_by_role("button", name="申し込む").click()
    expect(desk.page.get_by_role("alert")).to_be_focused()
    desk.finds_no_barrier()


def test_nothing_that_is_pressed_is_small(desk: Visitor) -> None:
    small = """() => [...document.querySelectorAll('a, button, input:not([type=hidden])')]
      .filter(e => e.checkVisibility() && !e.closest('p, .prose, .choice, .skip') && !e.matches('.skip'))
      .map(e => [e.getBoundingClientRect(), e.textContent.trim()])
      .filter(([box]) => box.height < 44).map(([box, words]) => words)"""
    desk.page.set_viewport_size({"width": 390, "height": 844})
    for path in PAGES:
        desk.goes_to(path)
        assert desk.page.evaluate(small) == [], path


def test_nothing_comes_from_elsewhere_and_no_font_travels(desk: Visitor) -> None:
    answers: list[Response] = []
    desk.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright wants a function
    for path in PAGES:
        desk.goes_to(path)
    assert [answer.url for answer in answers if not answer.url.startswith(desk.address)] == []
    assert [answer.url for answer in answers if answer.request.resource_type == "font"] == []


def test_everything_is_reached_by_keyboard_alone(desk: Visitor) -> None:
    desk.goes_to("/").page.keyboard.press("Tab")
    expect(desk.page.get_by_role("link", name="本文へ移動")).to_be_focused()
    desk.page.get_by_role("link", name="はじめて登録する方").focus()
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("はじめて登録する方")
