"""重複登録 at the desk: from the suspicion to the proposal, at every width (SAME-01 to SAME-03)."""

import pytest

from tests.factories import workers
from tests.journeys.office.desk import Desk
from tests.journeys.office.test_looks import looks_well

pytestmark = pytest.mark.journey
LONG = "ショウジ タロウショウジ タロウショウジ タロウショウジ タロウ"


@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_an_officer_compares_two_people_and_proposes_that_they_are_one(desk: Desk) -> None:
    for official in ("東海林 太郎", "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"):
        workers.worker(name__official=official, name__kana=LONG)
    desk.goes_to("/office/same-person/")
    looks_well(desk)
    desk.follows("くらべる")
    desk.page.get_by_label("見る理由").fill("重複の確認")
    desk.presses("登録情報をくらべる").reads("東海林 太郎")
    looks_well(desk)
    desk.page.locator(".choice", has_text="ショウジ").first.click()
    desk.page.get_by_label("判断の理由").first.fill("本人確認書類の番号が同じ")
    desk.presses("まとめる提案をする").reads("ご自分の提案には、答えられません")
    looks_well(desk)
    assert desk.complaints == []
