"""A firm that opened the workers of another, one by one, is a case that an officer closes (LOOK-07, LOOK-08)."""

import pytest

from ccus.foundation.clock import now
from tests.domain.looks.poaching import opened_case
from tests.factories import officers, seats
from tests.journeys.conftest import Arrival

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("has_script", ["with script"], indirect=True)]


def test_an_officer_finds_a_case_asks_the_company_and_closes_it(arrives: Arrival) -> None:
    case = opened_case(now())
    desk = arrives(officers.client_of(officers.officer(name="藤井 健"))).goes_to("/office/")
    desk.page.get_by_role("list", name="お問い合わせ").get_by_role("link", name="閲覧の見守り").click()
    desk.reads("10人").misses("タカハシ イチロウ").follows("北斗架設").presses("この案件を担当する")
    desk.fills({"質問": "どんな仕事のためでしたか。"}).presses("質問を送る").reads("会社に質問を送りました")
    firm = arrives(seats.client_of(seats.seat(case.company))).goes_to("/company/")
    firm.page.get_by_role("list", name="閲覧").get_by_role("link", name="閲覧についての質問").click()
    firm.follows("技能者の検索と閲覧について").fills({"答え": "求人のためです。"}).presses("答える")
    desk.goes_to(f"/office/looks/cases/{case.key}/").reads("求人のためです。")
    desk.fills({"見る理由": "閲覧の調査のため"}).presses("技能者を開く").reads("タカハシ イチロウ")
    desk.fills({"結論": "注意", "理由": "求人には使えません。"}).presses("結論を出す")
    desk.reads("案件を終えました").reads("藤井 健")
    firm.goes_to("/company/notices/").reads("求人には使えません。")
