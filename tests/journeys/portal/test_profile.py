"""A worker looks at what is registered: G10-1 to G11-3, with script and without."""

import re

import pytest
from playwright.sync_api import Locator, expect

from ccus.foundation import clock
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.journey
PAGE = "/worker/profile/"
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"
WIDTHS = (320, 390, 768, 1280)


def somebody_with_everything() -> cast.Person:
    kana = "グエン フオン アイン チャン ティ ビック"
    person = cast.settled(
        FORTY_LETTERS, kana, roman=FORTY_LETTERS.upper(), native=FORTY_LETTERS, alias="アイン"
    )
    registered.everything(person)
    return person


def block(visitor: Visitor, title: str) -> Locator:
    return visitor.page.get_by_role("region", name=title, exact=True)


def test_the_menu_leads_to_the_registered_information(desk: Visitor) -> None:
    desk.page.set_viewport_size({"width": 1280, "height": 900})
    desk.is_at_home(cast.settled())
    menu = desk.page.get_by_role("navigation", name="メニュー", exact=True)
    menu.get_by_role("list", name="閲覧").get_by_role("link", name="技能者情報").click()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("技能者情報")
    assert desk.complaints == []


def test_the_button_on_the_home_page_leads_there_too(visitor: Visitor) -> None:
    mirai = cast.settled()
    registered.contact(mirai)
    visitor.is_at_home(mirai)
    visitor.page.get_by_role("link", name="登録情報詳細").click()
    expect(block(visitor, "連絡先")).to_contain_text("090-1234-5678")


def test_a_qualification_is_found_by_a_word(visitor: Visitor) -> None:
    visitor.is_at_home(somebody_with_everything()).goes_to(PAGE)
    visitor.page.get_by_label("資格を探す").fill("ｱｼﾊﾞ")
    visitor.page.get_by_role("button", name="検索 ：資格情報").click()
    expect(block(visitor, "資格情報")).to_contain_text("条件に合う資格はありません")
    visitor.page.get_by_label("資格を探す").fill("足場")
    visitor.page.get_by_role("button", name="検索 ：資格情報").click()
    expect(block(visitor, "資格情報")).to_contain_text("4件のうち1件")
    expect(block(visitor, "保有資格")).to_contain_text("期限切れ")
    visitor.page.get_by_role("link", name="条件を消す").click()
    expect(block(visitor, "保有資格")).to_contain_text("玉掛け")


def test_edit_leads_to_the_form_of_the_change(visitor: Visitor) -> None:
    mirai = cast.settled()
    registered.contact(mirai)
    visitor.is_at_home(mirai).goes_to(PAGE)
    visitor.page.get_by_role("button", name="編集 ：連絡先", exact=True).click()
    expect(visitor.page).to_have_url(re.compile(r"/filing/[^/]+/contact/$"))
    expect(visitor.page.get_by_label("市区町村・町名")).to_have_value("港区虎ノ門")


def test_what_was_registered_on_a_past_day_can_be_shown(visitor: Visitor) -> None:
    mirai = cast.settled()
    registered.qualification(mirai, acquired="2020-04-01")
    visitor.is_at_home(mirai).goes_to(PAGE)
    visitor.page.get_by_label("見たい日").fill("平成31年4月1日")
    visitor.page.get_by_role("button", name="この日の登録内容を見る").click()
    expect(visitor.page.get_by_role("status")).to_contain_text("2019年4月1日に登録されていた内容です")
    expect(block(visitor, "保有資格")).to_contain_text("この日には、登録されていませんでした。")
    visitor.page.get_by_role("link", name="いまの登録内容を見る").click()
    expect(block(visitor, "保有資格")).to_contain_text("玉掛け")


def test_a_day_to_come_is_refused_beside_the_field(visitor: Visitor) -> None:
    visitor.is_at_home(cast.settled()).goes_to(PAGE)
    visitor.page.get_by_label("見たい日").fill("2199-01-01")
    visitor.page.get_by_role("button", name="この日の登録内容を見る").click()
    field = visitor.page.get_by_label("見たい日")
    expect(field).to_have_value("2199-01-01")
    expect(field).to_have_attribute("aria-invalid", "true")


def test_photograph_and_certificate_open_in_their_own_page(visitor: Visitor) -> None:
    mirai = cast.settled()
    registered.portrait(mirai)
    registered.qualification(mirai)
    visitor.is_at_home(mirai).goes_to(PAGE)
    seen = "() => [...document.images].every(image => image.complete && image.naturalWidth > 0)"
    assert visitor.page.evaluate(seen)
    visitor.page.get_by_role("link", name="画像を見る ：玉掛け").click()
    expect(visitor.page).to_have_url(re.compile(r"/worker/profile/images/[0-9a-f-]{36}/\?seal="))


def test_a_search_is_done_by_keyboard_alone(desk: Visitor) -> None:
    desk.is_at_home(somebody_with_everything()).goes_to(PAGE)
    desk.page.get_by_label("研修を探す").focus()
    desk.page.keyboard.type("ない")
    desk.page.keyboard.press("Enter")
    expect(block(desk, "研修受講履歴情報")).to_contain_text("条件に合う研修はありません")


def test_a_sheet_of_paper_carries_what_is_registered_and_no_button(desk: Visitor) -> None:
    desk.is_at_home(somebody_with_everything()).goes_to(PAGE)
    desk.page.emulate_media(media="print")
    expect(block(desk, "保有資格")).to_contain_text("玉掛け")
    for button in desk.page.get_by_role("button").all():
        expect(button).to_be_hidden()


@pytest.mark.thorough
def test_the_registered_information_has_no_barrier_at_any_width(desk: Visitor) -> None:
    desk.is_at_home(somebody_with_everything())
    day_before = f"{PAGE}?on={clock.today().replace(day=1)}&proofs-words=足場"
    for page in (PAGE, day_before):
        desk.goes_to(page)
        for width in WIDTHS:
            desk.at_width(width).finds_no_barrier()
    assert desk.complaints == []


@pytest.mark.thorough
def test_a_page_on_which_nothing_is_registered_yet_has_none_either(desk: Visitor) -> None:
    person = cast.settled("𠮷", "ヨシ")
    registered.simple(person)
    desk.is_at_home(person).goes_to(PAGE).finds_no_barrier()


@pytest.mark.thorough
def test_nothing_that_is_pressed_among_the_registered_is_small(desk: Visitor) -> None:
    desk.page.set_viewport_size({"width": 390, "height": 844})
    desk.is_at_home(somebody_with_everything()).goes_to(PAGE)
    small = """() => [...document.querySelectorAll('main :is(a, button, summary, select, input:not([type=hidden]))')]
      .filter(e => e.checkVisibility() && !e.matches('[type=checkbox]'))
      .map(e => [e.getBoundingClientRect(), e.textContent.trim()])
      .filter(([box]) => box.height < 40 || box.width < 40).map(([box, words]) => words)"""
    assert desk.page.evaluate(small) == []


def test_an_address_of_a_photograph_that_is_too_old_leads_back_to_the_page(desk: Visitor) -> None:
    mirai = cast.settled()
    registered.qualification(mirai)
    desk.is_at_home(mirai).goes_to(PAGE)
    desk.page.evaluate("() => document.querySelectorAll('a[href*=seal]').forEach(a => { a.search = '' })")
    desk.page.get_by_role("link", name="画像を見る ：玉掛け").click()
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("もう使えません")
    for width in (390, 1280):
        desk.at_width(width).finds_no_barrier()
    desk.page.get_by_role("link", name="もとの画面を開き直す").click()
    expect(desk.page).to_have_url(re.compile(f"{PAGE}$"))
