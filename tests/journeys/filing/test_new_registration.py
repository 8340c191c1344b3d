"""新規登録: from the applicant login to 「技能者情報新規登録完了のお知らせ」 and the worker's own page."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Response, expect

from ccus.domain.applications.actions.applicants import ask_for_login
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.notices.sending import send_waiting
from ccus.foundation import clock
from tests.journeys.filing.papers import certificate, photograph, the_rest, who
from tests.journeys.filing.people import NEW, Filer, Town

pytestmark = pytest.mark.journey
WORK = "鉄筋の加工と組立て"


def applicant() -> tuple[str, str]:
    """申請用ログインID and 初期パスワード, out of the mail."""
    ask_for_login(name="山田 花子", kana="やまだ はなこ", mail="hanako@example.jp", by=SYSTEM, at=clock.now())
    send_waiting(at=clock.now())
    found = re.findall(r"^(?:ログインID|初期パスワード)：(\S+)$", str(mail.outbox[-1].body), re.MULTILINE)
    return found[0], found[1]


def hanako(town: Town) -> tuple[Filer, str]:
    """山田 花子, who has chosen a password; and her ID."""
    number, initial = applicant()
    return town.filer().signs_in_as_applicant(number, initial).chooses_password(), number


def begins(filer: Filer) -> None:
    """The person's own data, then something typed and left lying."""
    filer.starts("詳細型")
    for section, answers in who().items():
        filer.writes(section, answers)
        expect(filer.task(section)).to_contain_text("入力ずみ")
    filer.opens("経験")
    if filer.has_script:
        with filer.page.expect_response(
            has_words(WORK)
        ):  # a pause between two lines saves the first one alone
            filer.fills({"経験年数": "8", "経験した仕事": WORK})
        expect(filer.page.get_by_role("status")).to_contain_text("保存しました")
    else:
        filer.fills({"経験年数": "8", "経験した仕事": WORK}).presses("保存して一覧へ")


def has_words(words: str) -> Callable[[Response], bool]:
    """Whether it answers somebody who sent these words."""
    return lambda answer: words.encode() in (answer.request.post_data_buffer or b"")


def goes_on(filer: Filer) -> None:
    """The rest, on another device."""
    filer.follows("新規登録").opens("経験")
    expect(filer.page.get_by_label("経験した仕事")).to_have_value(WORK)
    filer.follows("新規登録")
    for section, answers in the_rest().items():
        filer.writes(section, answers)
    filer.adds("保有資格", certificate())


def moves_in(town: Town, filer: Filer) -> Filer:
    """ID and initial password in the hand, to the worker's door, with a password of her own."""
    filer.follows("技能者IDと初期パスワード").presses("初期パスワードを表示する")
    secret = filer.page.get_by_role("main").locator("code").inner_text()
    number = re.sub(r"\D", "", filer.panel("技能者ID").inner_text())
    filer.goes_to(filer.page.url.removeprefix(filer.address)).misses(secret)
    return town.filer().signs_in_as_worker(number, secret).chooses_password()


def test_whoever_has_a_login_becomes_a_registered_worker(town: Town) -> None:
    begun, login = hanako(town)
    begins(begun)
    filer = town.filer().signs_in_as_applicant(login, NEW)
    goes_on(filer)
    number = filer.submits()
    clerk = town.clerk().comes_in().books_the_payment(number).takes(number)
    clerk.approves()
    filer.goes_to(f"/filing/{number}/").reads("技能者の登録が完了しました")
    worker = moves_in(town, filer)
    worker.goes_to("/worker/profile/").stands_before("技能者情報").reads("ヤマダ ハナコ").reads("玉掛け")
    send_waiting(at=clock.now())
    assert mail.outbox[-1].subject.endswith("技能者情報新規登録完了のお知らせ")


def test_what_is_no_image_is_refused_and_nothing_typed_is_lost(town: Town) -> None:
    filer, _ = hanako(town)
    filer.starts("詳細型").opens("保有資格").follows("保有資格を追加").fills({"資格番号": "第1234号"})
    broken = photograph() | {"buffer": b"not a photograph"}
    filer.page.locator("input[type=file]").set_input_files([broken])
    if not filer.has_script:
        filer.presses("この画像を付ける")
    expect(filer.page.get_by_role("alert")).to_contain_text("画像")
    expect(filer.page.get_by_label("資格番号")).to_have_value("第1234号")
