"""部分的な削除: one registered qualification goes, another stays although it was marked for a moment."""

import pytest
from playwright.sync_api import expect

from tests.journeys.filing.papers import days_ago, yesterday
from tests.journeys.filing.people import Filer, Town
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.journey


def mirai() -> cast.Person:
    """建設 未来 with two qualifications and 建退共."""
    with days_ago():
        person = cast.settled()
        registered.contact(person)
        registered.qualification(person)
        registered.qualification(person, registered.SCAFFOLD, number="第777号")
        registered.enter(person, "retirement", kentaikyo=True, kentaikyo_number="12-345678")
    return person


def marks(filer: Filer) -> None:
    filer.starts("登録内容の変更").opens("保有資格").presses("削除（玉掛け）")
    expect(filer.task("玉掛け")).to_contain_text("削除する")
    filer.presses("削除（足場の組立て等）").presses("削除をやめる（足場の組立て等）")
    expect(filer.task("足場の組立て等")).to_contain_text("登録ずみ")
    filer.follows("一覧へ戻る").opens("退職金共済").presses("いまの登録（退職金共済）を削除する")


@pytest.mark.thorough
def test_what_was_marked_is_gone_and_what_was_taken_back_stays(town: Town) -> None:
    filer = town.filer().is_at_home(mirai())
    marks(filer)
    expect(filer.task("退職金共済")).to_contain_text("変更あり")
    number = filer.submits()
    town.clerk().comes_in().takes(number).approves()
    filer.goes_to("/worker/profile/").misses("玉掛け").misses("12-345678")
    expect(filer.panel("保有資格")).to_contain_text("足場の組立て等")
    filer.looks_at(yesterday()).reads("12-345678").reads("玉掛け").reads("足場の組立て等")
