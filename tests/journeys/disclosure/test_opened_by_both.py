"""What worker and employer open, another company sees, and says why it looked (G05-1 to G05-3, G12-3, G12-4, G13)."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from ccus.domain.disclosure.switches import SWITCHABLE
from tests.domain.searching.world import lives_in
from tests.factories import seats
from tests.factories.factors import enter
from tests.factories.personas import standing_cast
from tests.journeys.conftest import Arrival
from tests.journeys.filing.people import Person

pytestmark = pytest.mark.journey
OPENED = ("氏名・顔写真", "住所・電話番号・メールアドレス")
SEEN = ("いつも見える情報", "見える情報", "非公開")


def chosen_from_menu(person: Person, group: str, entry: str) -> Person:
    return person.clicks(
        person.page.get_by_role("list", name=group).get_by_role("link", name=entry, exact=True)
    )


def closed_at_first(me: Person) -> None:
    """The settings, by the menu and by the button beside 本人情報; the figure says who shares what."""
    me.goes_to("/guide/").stands_before("使い方")
    expect(me.page.get_by_role("img", name="図：登録した情報の取り扱い")).to_be_visible()
    chosen_from_menu(me.goes_to("/worker/"), "開示設定", "技能者").stands_before("開示設定")
    expect(me.panel("項目ごとの設定").get_by_text("非開示", exact=True)).to_have_count(len(SWITCHABLE))
    for words in ("健康診断", "緊急連絡先", "血液型"):
        expect(me.panel("選べない項目")).to_contain_text(words)
    me.panel("本人情報").get_by_role("link", name="開示情報の変更").click()


def ticks(person: Person) -> Person:
    for item in OPENED:
        person.page.get_by_label(item).check()
    return person


def opens_own_half(me: Person, employer: str) -> None:
    ticks(me).presses("保存する前に、見え方を確かめる").reads("まだ保存していません。")
    me.reads("まだ見えない項目").presses("選びなおす")
    expect(me.page.get_by_label(OPENED[0])).to_be_checked()
    me.presses("この内容で保存する").reads(f"{employer}が「開示」にすると、見えます。")
    me.follows("設定の記録").reads("あなたが、開示にしました。")


def opens_employers_half(firm: Person) -> None:
    chosen_from_menu(firm.goes_to("/company/"), "開示設定", "所属技能者の開示")
    firm.stands_before("開示設定（所属技能者）").follows("建設 未来")
    ticks(firm).presses("登録する前に、見え方を確かめる").reads("まだ登録していません。")
    firm.presses("この内容で登録する").stands_before("開示設定")


def seen_by(person: Person) -> list[str]:
    """What stands there for whoever looks."""
    person.page.wait_for_load_state()  # without its style sheets a page has other blanks
    return [person.page.get_by_role("region", name=part, exact=True).inner_text() for part in SEEN]


def finds(other: Person) -> list[str]:
    """By what everybody may see, then narrowed by what is opened."""
    chosen_from_menu(other.goes_to("/company/"), "閲覧", "技能者の検索")
    other.fills({"主な職種": "鉄筋工"}).presses("さがす").reads("主な職種が「鉄筋工」の人。")
    other.page.locator("summary", has_text="開示している情報でしぼる").click()
    other.fills({"住んでいる都道府県": "東京都"}).presses("さがす").reads("条件のすべてに合う")
    return seen_by(other.follows("建設 未来").reads("その他事業者として見ています"))


def asks_why(me: Person, other: Person) -> None:
    """The worker reads who looked and asks; the company answers; the worker wants to know more."""
    me.goes_to("/worker/").follows("閲覧の記録").reads("技能者の検索であなたを見つけて")
    me.follows("なぜ見たか、聞く：").fills({"聞きたいこと": "休みの日でした。"}).presses("なぜ見たか、聞く")
    me.reads("会社の答えを待っています")
    other.goes_to("/company/").follows("閲覧についての質問が1件").follows("ケンセツ ミライ")
    other.reads("休みの日でした。").fills({"答え": "求人のためです。"}).presses("答える").reads(
        "答えました。"
    )
    me.goes_to("/worker/viewed/").reads("求人のためです。").follows("質問と答えを開く")
    me.presses("まだ分からないので、運営主体に聞く").reads("運営主体が調べています")


def test_both_open_it_others_see_the_preview_and_say_why_they_looked(arrives: Arrival) -> None:
    cast = standing_cast()
    lives_in(cast.mirai, "13")
    me = arrives(enter(Client(), cast.account), by_phone=True)
    closed_at_first(me)
    opens_own_half(me, "高橋鉄筋")
    opens_employers_half(arrives(seats.client_of(seats.seat(cast.takahashi))))
    me.goes_to("/worker/disclosure/").follows("見え方の確認")
    other = arrives(seats.client_of(seats.seat(cast.stranger)))
    assert finds(other) == seen_by(me)
    asks_why(me, other)
    assert me.complaints == other.complaints == []
