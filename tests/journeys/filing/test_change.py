"""登録内容の変更: returned field by field, mended on both sides, and then what stands on which day."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.filing.papers import certificate, days_ago, photograph, yesterday
from tests.journeys.filing.people import Clerk, Filer, Town
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.journey
NEW_HOME = {"市区町村・町名": "千代田区丸の内", "番地": "2丁目4番1号", "電話番号": "03-1234-5678"}
SAID = re.compile("窓口からの指摘：会社やほかの方のもののようです")
COMMENT = "証書の番号に合わせました。"


def mirai() -> cast.Person:
    """建設 未来, who lives in 港区虎ノ門."""
    with days_ago():
        person = cast.settled()
        registered.contact(person)
    return person


def files(filer: Filer) -> str:
    """A new address and a qualification more."""
    filer.starts("登録内容の変更").writes("連絡先", dict(NEW_HOME)).adds("保有資格", certificate())
    filer.follows("確認画面へ").reads("港区虎ノ門").reads("千代田区丸の内").follows("一覧へ戻る")
    return filer.submits()


def sends_back(clerk: Clerk, number: str) -> None:
    clerk.takes(number).finds_fault("電話番号", "F05 本人のものでない")
    clerk.finds_fault("証書の画像", "D02 画像が不鮮明", "写真がぼけています。撮り直してください。")
    clerk.returns()


def puts_right(filer: Filer, number: str) -> None:
    filer.goes_to(f"/filing/{number}/").reads("直すところがあります").reads("不備コード F05")
    filer.follows("連絡先")
    expect(filer.page.get_by_label("電話番号")).to_have_accessible_description(SAID)
    filer.fills({"電話番号": "090-5555-6666"}).presses("保存して一覧へ").follows("保有資格")
    filer.reads("撮り直してください")
    filer.fills({"証書の画像": photograph("toranaoshi.jpg", 1200, 900, tint=200)}).presses("保存する")
    filer.follows("一覧へ戻る").submits("もう一度提出する")


@pytest.mark.thorough
def test_a_change_is_returned_mended_on_both_sides_and_approved(town: Town) -> None:
    person = mirai()
    filer = town.filer().is_at_home(person)
    number = files(filer)
    clerk = town.clerk().comes_in()
    sends_back(clerk, number)
    puts_right(filer, number)
    clerk.takes(number).mends("資格番号", "第1234-5号", COMMENT).approves()
    filer.goes_to(f"/filing/{number}/").reads(COMMENT).reads("第1234-5号")
    filer.goes_to("/worker/profile/").reads("千代田区丸の内").reads("090-5555-6666").reads("第1234-5号")
    filer.looks_at(yesterday()).reads("港区虎ノ門").misses("千代田区丸の内")
