"""簡略型から詳細型への変更: for a fee, and then there is a place for what the worker can do."""

import pytest
from playwright.sync_api import expect

from tests.journeys.filing.papers import certificate
from tests.journeys.filing.people import Filer, Town
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.journey
UPGRADE = "簡略型から詳細型への変更"


@pytest.fixture
def filer(town: Town) -> Filer:
    """建設 未来, registered simply, in front of 技能者情報."""
    person = cast.settled()
    registered.contact(person)
    registered.simple(person)
    filer = town.filer().is_at_home(person).goes_to("/worker/profile/")
    return filer.reads("簡略型")


@pytest.mark.thorough
def test_the_detailed_registration_holds_after_payment_and_review(town: Town, filer: Filer) -> None:
    filer.presses(UPGRADE).stands_before(UPGRADE).adds("保有資格", certificate())
    number = filer.submits()
    expect(filer.panel("お支払い")).to_contain_text("お支払い待ち")
    clerk = town.clerk().comes_in().books_the_payment(number).takes(number)
    clerk.considers().reads("玉掛け").misses("変更前").confirms()
    filer.goes_to(f"/filing/{number}/")
    expect(filer.panel("お支払い")).to_contain_text("すみました")
    filer.goes_to("/worker/profile/").reads("詳細型").reads("玉掛け")
    filer.goes_to("/worker/notices/").reads("申請した内容を登録しました").reads("お支払いを確かめました")


def test_a_simple_registration_asks_for_no_qualification_in_a_change(filer: Filer) -> None:
    filer.starts("登録内容の変更").misses("保有資格").reads("連絡先")
