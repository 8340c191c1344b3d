"""One case through the office, with script and without: taken, found wanting, mended, returned, approved."""

import re

import pytest
from playwright.sync_api import expect

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.terms import ApplicationKind, State
from tests.factories import applications
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey


def test_a_case_is_found_wanting_and_returned(desk: Desk, officer: OfficerMe) -> None:
    case = applications.submitted(ApplicationKind.REGISTRATION)
    desk.goes_to("/office/").presses("次の申請を審査する").reads("まで担当しています")
    desk.follows("：番地")
    desk.page.get_by_label("不備の種類").select_option("F02")
    desk.presses("不備を付ける").reads("添付された書類と違っています。")
    desk.presses("差し戻す").reads("を差し戻しました。")
    assert applications.fresh(case).state == State.RETURNED


def test_a_field_is_mended_and_the_case_approved(desk: Desk, officer: OfficerMe) -> None:
    case = applications.submitted(ApplicationKind.REGISTRATION)
    desk.goes_to(f"/office/cases/{case.number}/").presses("審査を始める").follows("：番地")
    desk.page.get_by_label("新しい値（番地）").fill("1丁目9番")
    desk.page.get_by_label("補記コメント").fill("免許証のとおりに直しました。")
    desk.presses("補記して直す").reads("1丁目2番3号 → 1丁目9番")
    desk.follows("承認する").reads("承認の確認").presses("承認して登録する").reads("承認し、登録しました。")
    assert applications.fresh(case).state == State.APPROVED


@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_the_sentence_of_a_code_is_written_for_the_officer_to_change(desk: Desk, officer: OfficerMe) -> None:
    case = applications.submitted(ApplicationKind.REGISTRATION)
    desk.goes_to(f"/office/cases/{case.number}/").presses("審査を始める").follows("：番地")
    desk.page.get_by_label("不備の種類").select_option("F01")
    sentence = desk.page.get_by_label("申請した方への説明")
    assert sentence.input_value() == "記入がありません。書類のとおりに記入してください。"
    sentence.fill("番地がありません。")
    desk.page.get_by_label("不備の種類").select_option("F02")
    assert sentence.input_value() == "番地がありません。"


@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_by_keyboard_alone_a_case_is_taken_and_a_form_opened(desk: Desk, officer: OfficerMe) -> None:
    applications.submitted(ApplicationKind.REGISTRATION)
    desk.goes_to("/office/queue/")
    keys = desk.page.keyboard
    desk.page.get_by_role("button", name="次の申請を審査する").focus()
    keys.press("Enter")
    desk.reads("まで担当しています")
    link = desk.page.get_by_role("link", name=re.compile("補記.*：氏名$"))
    expect(link).to_have_attribute("data-htmx-powered", "true")  # before, it leads to a page of its own
    link.focus()
    keys.press("Enter")
    desk.page.locator(".entries__forms select:focus").wait_for()
    keys.press("F")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    desk.reads("取り消す")
