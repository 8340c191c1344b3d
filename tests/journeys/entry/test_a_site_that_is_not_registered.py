"""A site read from its signboard and registered later: from 承認なし to 正式, G17-1 to G17-8, D-16."""

import pytest

from ccus.domain.work_history.models import DayClaim
from tests.factories import claims, sites
from tests.factories.personas import Cast
from tests.journeys.entry.people import Around, Forgetful, for_good

pytestmark = pytest.mark.journey
_HOUSE, _STREET = "山田邸 屋根改修工事", "東京都港区見本7-8-9"


def enters_a_week(worker: Forgetful) -> Forgetful:
    worker.turns_to("入力").follows("新しい現場を入力する")
    worker.fills({"① 現場名※": _HOUSE, "② 施工場所住所※": _STREET}).presses("つぎへ").presses("この週ぜんぶ")
    return worker.sends().reads("承認のない就業履歴")


@pytest.mark.thorough
def test_a_week_without_anybody_to_ask_becomes_official_when_the_site_is_registered(
    tower: Cast, around: Around
) -> None:
    worker = enters_a_week(around.worker(tower))
    day = DayClaim.objects.earliest("work_on").work_on
    claims.settled()
    worker.opens_day(day).sees("承認なし")
    for_good(sites.site(prime=tower.sato, name=_HOUSE, address="東京都港区見本七丁目8番9号"))
    worker.turns_to("入力した現場").follows(f"現場を付ける・なおす：{_HOUSE}").reads("施工場所住所が同じです")
    worker.follows("この現場を付ける").reads("元請事業者").presses("この現場を付ける").reads(
        "承認を求めました"
    )
    around.office(tower.sato).answers_ticked("承認")
    claims.settled()
    worker.opens_day(day).sees("正式").reads("承認")
