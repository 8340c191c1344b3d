"""From the homepage to the first application: ask for an ID, read the mail, choose a password."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from ccus.domain.notices.sending import send_waiting
from ccus.foundation import clock
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.journey
NEW = "ashiba to aoi sora"


def asks(visitor: Visitor, address: str = "mirai@example.jp") -> None:
    visitor.goes_to("/").page.get_by_role("link", name="はじめて登録する方").click()
    visitor.page.get_by_label("氏名").fill("建設 未来")
    visitor.page.get_by_label("フリガナ").fill("けんせつ みらい")
    visitor.page.get_by_role("textbox", name="メールアドレス").fill(address)
    visitor.page.get_by_label("個人情報の取り扱いと利用規約に同意する").check()
    visitor.page.get_by_role("button", name="申し込む").click()


def mailed(word: str) -> str:
    """What stands behind a word in the last mail."""
    found = re.search(rf"^{word}：(\S+)$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found is not None
    return found[1]


def test_from_the_homepage_to_the_own_applications(visitor: Visitor) -> None:
    asks(visitor)
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("メールを送りました")
    send_waiting(at=clock.now())
    visitor.page.get_by_role("link", name="申請の窓口へ").click()
    visitor.page.get_by_label("申請用ログインID").fill(mailed("ログインID"))
    visitor.page.get_by_label("パスワード", exact=True).fill(mailed("初期パスワード"))
    visitor.page.get_by_role("button", name="ログイン").click()
    visitor.page.get_by_label("新しいパスワード", exact=True).fill(NEW)
    visitor.page.get_by_label("新しいパスワード（確認）").fill(NEW)
    visitor.page.get_by_role("button", name="パスワード変更").click()
    expect(visitor.page).to_have_url(re.compile("/filing/$"))
    expect(visitor.page.get_by_role("status")).to_contain_text("パスワードの変更に成功しました。")


def test_the_mail_leads_to_the_sign_in_of_applicants(visitor: Visitor) -> None:
    asks(visitor)
    send_waiting(at=clock.now())
    assert mailed("ログインする場所").endswith("/filing/sign-in/")
    assert mail.outbox[-1].to == ["mirai@example.jp"]


def test_a_bad_address_is_explained_and_nothing_typed_is_lost(visitor: Visitor) -> None:
    asks(visitor, "mirai.example.jp")
    expect(visitor.page.get_by_role("alert")).to_contain_text("メールアドレス")
    expect(visitor.page.get_by_label("氏名")).to_have_value("建設 未来")
    expect(visitor.page.get_by_role("textbox", name="メールアドレス")).to_have_value("mirai.example.jp")
