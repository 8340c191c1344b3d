"""A day that does not count: somebody asks on a telephone, the office answers, and the answer opens it (DESK-14)."""

from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import expect

from ccus.domain.accounts.terms import Duty
from ccus.domain.desk.answers import ANSWERS
from ccus.domain.desk.models import DeskCase
from ccus.domain.work_history.terms import Reason, State
from ccus.foundation.clock import today
from ccus.foundation.japanese import date_words
from tests.factories import officers
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

pytestmark = pytest.mark.journey
NAME, KANA = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo", "グエン フオン アイン チャン ティ ビック ホアン ロ"


@pytest.fixture
def anh(visitor: Visitor) -> Client:
    """Somebody with forty letters who stood on no roster yesterday."""
    person = cast.settled(NAME, KANA)
    yesterday = today() - timedelta(days=1)
    cast.worked(person, cast.site(), yesterday, State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    return cast.signed_in(person)


def asks(visitor: Visitor, on: str) -> None:
    """From the day, past its explanation, to the question."""
    page = visitor.goes_to(f"/worker/history/day/{on}/").page
    page.get_by_role("link", name="この日について聞く").click()
    expect(visitor.panel("この日のせつめい")).to_contain_text("足りないもの：作業員名簿の登録")
    page.get_by_role("link", name="まだ分かりません。聞きたいです").click()
    page.get_by_label("聞きたいこと").fill("朝8時に カードを 当てました。\nなぜですか。")
    page.get_by_role("button", name="送る").click()
    expect(page.get_by_role("status")).to_contain_text("受け付けました。")


def answers(visitor: Visitor) -> None:
    """The officer: takes the case, puts in a canned text, sends it."""
    page = visitor.goes_to(f"/office/desk/{DeskCase.objects.get().number}/").page
    page.get_by_role("button", name="このお問い合わせを担当する").click()
    page.get_by_label("定型の答え").select_option(label="カードを読み取ったのに、「正式」になりません")
    page.get_by_role("button", name="この文を入れる").click()
    expect(page.locator("[name=reply-words]")).to_have_value(ANSWERS["why_not_official"].body)
    page.get_by_role("button", name="答えて終わりにする").click()
    expect(page.get_by_role("status")).to_contain_text("答えました。")


@pytest.mark.parametrize("has_script", ["without script"], indirect=True)
def test_an_answer_of_the_office_opens_the_day_that_was_asked_about(visitor: Visitor, anh: Client) -> None:
    on = today() - timedelta(days=1)
    asks(visitor.has_signed_in(anh), on.isoformat())
    answers(visitor.has_signed_in(officers.client_of(officers.officer(Duty.CONTACT))))
    page = visitor.has_signed_in(anh).goes_to(f"/worker/asking/{DeskCase.objects.get().key}/").page
    page.get_by_role("link", name=f"{date_words(on)}の画面を開く").first.press("Enter")
    expect(page).to_have_url(f"{visitor.address}/worker/history/day/{on}/")
    expect(page.get_by_role("main")).to_contain_text("足りないもの：作業員名簿の登録")


@pytest.mark.thorough
@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_the_pages_of_a_question_have_no_barrier_on_either_screen(visitor: Visitor, anh: Client) -> None:
    on = today() - timedelta(days=1)
    asks(visitor.has_signed_in(anh), on.isoformat())
    for path in ("", "about/days/", f"day/{on}/?still=1", f"{DeskCase.objects.get().key}/"):
        visitor.goes_to(f"/worker/asking/{path}")
        for width in (390, 1280):
            visitor.at_width(width).finds_no_barrier()
