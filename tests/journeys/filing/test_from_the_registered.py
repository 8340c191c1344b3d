"""「登録情報詳細」「検索」「編集」: from the home page to what is wrong, and put right."""

import pytest
from playwright.sync_api import expect

from tests.journeys.filing.people import Town
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.journey


def test_a_wrong_number_is_found_edited_and_found_again(town: Town) -> None:
    mirai = cast.settled()
    registered.qualification(mirai)
    registered.qualification(mirai, registered.SCAFFOLD, number="第777号")
    filer = town.filer().is_at_home(mirai).follows("登録情報詳細")
    filer.answers(資格を探す="足場").presses("検索：資格情報")
    expect(filer.panel("保有資格")).to_contain_text("第777号")
    expect(filer.panel("保有資格")).not_to_contain_text("玉掛け")
    filer.presses("編集：保有資格").follows("編集（足場の組立て等）").answers(資格番号="第778号")
    filer.presses("保存する").follows("一覧へ戻る")
    number = filer.submits()
    town.clerk().comes_in().takes(number).approves()
    filer.goes_to("/worker/profile/?proofs-words=足場").reads("第778号").misses("第777号")
