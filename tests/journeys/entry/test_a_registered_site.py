"""A card forgotten at a registered site, past three companies, until the days count: G16-1 to G16-8."""

import pytest

from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from tests.factories import claims, sites
from tests.factories.personas import Cast
from tests.journeys.entry.people import Around

pytestmark = pytest.mark.journey


def test_forgotten_days_pass_three_companies_and_become_official(tower: Cast, around: Around) -> None:
    sites.roster_line(worker=tower.mirai, member=tower.second_tier)
    days = [clock.today() - ONE_DAY * ago for ago in (1, 2)]
    worker = around.worker(tower).finds_site("未来タワー").ticks_days(days).sends()
    worker.opens_claim(days[0]).reads("元請事業者の佐藤建設が").reads("所属事業者：高橋鉄筋")
    around.office(tower.takahashi).answers_ticked("確認")
    around.office(tower.suzuki).answers_ticked("確認")
    claims.settled()
    worker.opens_day(days[0]).sees("承認待ち").reads("一次下請事業者 鈴木工務店：確認")
    around.office(tower.sato).answers_ticked("承認")
    claims.settled()
    worker.opens_day(days[1]).sees("正式").opens_claim(days[1]).reads("承認されました")
