"""The same button twice, the way back, a session that ended, two screens: nothing is lost and nothing done twice."""

import pytest
from playwright.sync_api import expect

from ccus.domain.applications.models import Submission
from tests.journeys.filing.people import Filer, Town
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.journey
NEW, OTHER = "9丁目9番9号", "8丁目8番8号"


@pytest.fixture
def mirai(portal_server: str) -> cast.Person:
    person = cast.settled()
    registered.contact(person)
    return person


@pytest.fixture
def filer(town: Town, mirai: cast.Person) -> Filer:
    """建設 未来, who has typed a new address and pressed nothing yet."""
    filer = town.filer().is_at_home(mirai).starts("登録内容の変更")
    return filer.opens("連絡先").answers(番地=NEW)


def street(filer: Filer) -> None:
    expect(filer.page.get_by_label("番地")).to_have_value(NEW)


def test_submitting_with_two_quick_presses_is_submitting_once(filer: Filer) -> None:
    filer.presses("保存して一覧へ").follows("確認画面へ").at_once_presses("提出する")
    filer.stands_before("申請番号確認")
    assert Submission.objects.count() == 1


@pytest.mark.thorough
def test_the_way_back_after_submitting_changes_nothing(filer: Filer) -> None:
    number = filer.presses("保存して一覧へ").submits()
    filer.page.go_back()
    if filer.page.get_by_role("button", name="提出する").count():
        filer.presses("提出する").stands_before("申請番号確認").reads(number)
    filer.goes_to(f"/filing/{number}/contact/").reads("申請の進み方").misses("保存して次へ")
    assert Submission.objects.count() == 1


@pytest.mark.thorough
def test_a_form_left_in_another_tab_cannot_be_sent_after_submitting(filer: Filer) -> None:
    left = filer.in_another_tab()
    number = filer.presses("保存して一覧へ").submits()
    left.answers(番地=OTHER).presses("保存して次へ").stands_before("この申請は、いま書きかえられません")
    left.reads(number).reads("提出したときの内容は、そのまま届いています")


def test_after_the_session_ended_the_sign_in_leads_back_to_the_same_page(
    filer: Filer, mirai: cast.Person
) -> None:
    filer.presses("保存して一覧へ").opens("連絡先")
    page = filer.page.url
    filer.page.context.clear_cookies(name="sessionid")
    filer.goes_to(page.removeprefix(filer.address)).signs_in_here(mirai.number)
    expect(filer.page).to_have_url(page)
    street(filer)


def test_whoever_presses_after_the_session_ended_goes_on_with_what_was_typed(
    filer: Filer, mirai: cast.Person
) -> None:
    filer.page.context.clear_cookies(name="sessionid")
    filer.presses("保存して一覧へ")
    if filer.has_script:
        filer.reads("別の画面でログインすると")
        Filer(filer.page.context.new_page(), filer.address).signs_in_as_worker(mirai.number).reads(
            "建設 未来"
        )
        filer.presses("保存して一覧へ")
    else:
        filer.reads("記入したものは、この画面が預かっています")
        filer.signs_in_here(mirai.number, "not-the-password").signs_in_here(mirai.number)
        filer.stands_before("続きから").presses("記入したものを保存する")
    filer.stands_before("登録内容の変更").opens("連絡先")
    street(filer)


def test_two_screens_are_shown_side_by_side_and_the_later_may_choose(filer: Filer) -> None:
    filer.presses("保存して一覧へ").opens("連絡先")
    filer.in_another_tab().answers(番地=OTHER).presses("保存して一覧へ").stands_before("登録内容の変更")
    filer.answers(番地=NEW).presses("保存して一覧へ").reads("ほかの画面で、新しい内容が保存されています")
    expect(filer.panel("ほかの画面で保存された内容")).to_contain_text(OTHER)
    filer.presses("保存して一覧へ").opens("連絡先")
    street(filer)
