"""Every screen, wide and narrow: no barrier that axe can find, nothing cut off, the strip always in sight."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.barriers import barriers
from tests.journeys.gate.conftest import Site
from tests.journeys.gate.screen import Gate

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
AT = 1_795_127_000_000
NAME, DAYS = "グエン　ヴァン　アイン", 14
LONG_NAME = "ムトゥタントリゲ　ワルナクラスーリヤ　フェルナンド"
REASON = {
    "code": "E-24",
    "sentence": "このカードは、読み取りの日にはまだ発行されていません。",
    "who": "現場の係の人が、端末の時計を確かめます。",
}
OUTCOMES: dict[str, dict[str, Any]] = {
    "in": {"kind": "in", "days": DAYS},
    "out": {"kind": "out", "days": DAYS},
    "notice": {"kind": "notice", "lines": [REASON["sentence"]], "who": REASON["who"], "code": REASON["code"]},
    "kept": {
        "kind": "kept",
        "lines": ["この端末に 保存しました。", "記録になるかは、あとで確かめて お知らせします。"],
    },
    "repeated": {"kind": "repeated", "since": AT},
    "not_recorded": {
        "kind": "not_recorded",
        "lines": [REASON["sentence"]],
        "who": REASON["who"],
        "code": REASON["code"],
    },
    "unsaved": {"kind": "unsaved", "lines": ["この端末に保存できません。"]},
    "unread": {"kind": "unread", "lines": ["数字が 13けた 読めました。"]},
}
COVERED = """document.querySelector('.words').getBoundingClientRect().bottom
  > document.querySelector('.foot').getBoundingClientRect().top"""
LINES = """at => {
  const e = document.querySelector(at)
  return Math.round(e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight))
}"""
WIDTHS = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 390, "height": 844}}

sizes = pytest.mark.parametrize("size", WIDTHS.values(), ids=WIDTHS)


def is_sound(gate: Gate) -> None:
    """Axe finds nothing, nothing scrolls sideways, the strip is in the window."""
    assert barriers(gate.page) == []
    assert gate.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert gate.page.evaluate("document.querySelector('.foot').getBoundingClientRect().bottom <= innerHeight")


def begun(gate: Gate, size: Any) -> Gate:
    """The gate takes cards, on a screen of that size: once it fills the screen nobody can change that."""
    gate.page.set_viewport_size(size)
    return gate.begin()


@sizes
def test_every_outcome_looks_right(opened_gate: Gate, size: Any) -> None:
    gate = begun(opened_gate, size)
    for kind, outcome in OUTCOMES.items():
        gate.do("screens", "m.show(x, 10)", {"at": AT, "name": NAME, **outcome})
        is_sound(gate.hold())
        assert not gate.page.evaluate(COVERED), kind


@pytest.mark.parametrize("size", [(1024, 768), (768, 1024)], ids=["lying", "standing"])
def test_a_refusal_with_a_long_name_fits_on_a_tablet(opened_gate: Gate, size: tuple[int, int]) -> None:
    gate = begun(opened_gate, {"width": size[0], "height": size[1]})
    gate.do("screens", "m.show(x, 10)", {"at": AT, "name": LONG_NAME, **OUTCOMES["not_recorded"]})
    is_sound(gate.hold())
    assert not gate.page.evaluate(COVERED)
    assert gate.page.evaluate(LINES, ".big") == 1


@sizes
def test_the_start_of_the_day_and_the_waiting_screen_look_right(opened_gate: Gate, size: Any) -> None:
    opened_gate.page.set_viewport_size(size)
    is_sound(opened_gate.is_online())
    is_sound(opened_gate.begin().waits())


@sizes
def test_the_panels_look_right(opened_gate: Gate, size: Any) -> None:
    gate = begun(opened_gate, size)
    for panel in ("番号を入力", "メニュー"):
        gate.page.get_by_role("button", name=panel).click()
        expect(gate.page.get_by_role("dialog", name=panel)).to_be_visible()
        is_sound(gate)
        gate.page.keyboard.press("Escape")


@sizes
def test_a_page_that_cannot_take_cards_says_why(gate: Gate, site: Site, size: Any) -> None:
    other = Gate(gate.page.context.new_page(), gate.address, gate.token).open().says("別の画面で 受付中です")
    other.page.set_viewport_size(size)
    assert barriers(other.page) == []


def test_a_device_without_a_token_asks_for_an_address(opened_gate: Gate) -> None:
    visitor = opened_gate.page.context.browser
    assert visitor is not None
    with visitor.new_context() as context:
        page = context.new_page()
        page.goto(f"{opened_gate.address}/gate/")
        expect(page.locator("#stage")).to_contain_text("端末が 登録されていません")


def test_no_outcome_shares_shape_or_colour_with_its_opposite(gate: Gate) -> None:
    tones = gate.do("words", "Object.fromEntries(Object.entries(m.SCREENS).map(([k, s]) => [k, s.tone]))")
    green = {kind for kind, tone in tones.items() if tone == "ok"}
    assert green == {"in", "out"}
    assert tones["kept"] != tones["notice"] != tones["not_recorded"] != tones["repeated"]
