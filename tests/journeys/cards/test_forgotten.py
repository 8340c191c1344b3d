"""パスワードを忘れた方: by a code, by a request, and against somebody else's request (RESET-02 to RESET-10)."""

import pytest
from playwright.sync_api import expect

from ccus.domain.recovery.answering import answer_waiting
from ccus.domain.workers.models import Worker
from ccus.foundation import clock
from tests.domain.recovery.people import OWN, forgetful, opened, sent_to, with_contact
from tests.journeys.cards.people import at_the_office, at_the_portal
from tests.journeys.filing.papers import days_ago
from tests.journeys.filing.people import NEW, Filer, Town

pytestmark = pytest.mark.journey


def decides(somebody: Filer, worker: Worker) -> None:
    """A new password, and in with it."""
    somebody.fills({"新しいパスワード": NEW, "新しいパスワード（確認）": NEW}).presses("このパスワードにする")
    somebody.reads("新しいパスワードになりました").follows("ログインへ").signs_in_here(worker.number, NEW)
    somebody.stands_before("おつかれさまです")


def gives(somebody: Filer, ticket: str, phrase: str) -> Filer:
    """受付番号 and 合言葉."""
    somebody.goes_to("/forgotten/choice/").fills({"受付番号": ticket, "合言葉": phrase})
    return somebody.presses("次へ進む")


def test_a_code_to_the_own_mail_leads_to_a_new_password(town: Town) -> None:
    worker = forgetful()
    with_contact(worker)
    somebody = town.filer().goes_to("/worker/sign-in/").follows("パスワードを忘れた方")
    somebody.answers(技能者ID=worker.number).presses("確認番号を送る").stands_before("確認番号の入力")
    answer_waiting(at=clock.now())
    somebody.page.get_by_role("textbox", name="確認番号").fill(sent_to(OWN))
    decides(somebody.presses("次へ進む"), worker)


def test_a_request_waits_a_day_and_for_the_office(town: Town) -> None:
    worker, somebody = forgetful(), town.filer()
    code = worker.cards.get().security_code
    with days_ago(2):
        somebody.goes_to("/forgotten/request/").answers(技能者ID=worker.number, 本人確認番号=code)
        somebody.answers(生年月日="昭和50年6月15日").presses("申し込む").stands_before("受け付けました")
        ticket, phrase = somebody.panel("受付番号と合言葉").locator("dd").all_inner_texts()
        answer_waiting(at=clock.now())
    gives(somebody, ticket, phrase).reads("まだ進めません")
    desk = at_the_office(town).goes_to("/office/identity/").follows("開く")
    desk.answers(本人の言う受付番号=ticket, 確かめた方法="登録された電話番号に電話をした")
    desk.answers(確かめた内容="電話で聞いた。").presses("本人と確かめたので、提案する")
    gives(somebody, ticket, phrase).reads("まだ進めません")
    second = at_the_office(town).goes_to("/office/second/").follows("パスワードの再設定の本人確認")
    second.presses("内容を確かめたので、行う").reads("確認しました")
    decides(gives(somebody, ticket, phrase), worker)


def test_one_press_of_the_owner_ends_what_somebody_else_opened(town: Town) -> None:
    worker = forgetful()
    with days_ago(2):
        theirs = opened(worker)
    owner = at_the_portal(town, worker).goes_to("/worker/").presses("止める").reads("申し込みを止めました")
    expect(owner.goes_to("/worker/").page.get_by_role("button", name="止める")).to_have_count(0)
    gives(town.filer(), theirs.request.ticket, theirs.phrase).reads("まだ進めません")
