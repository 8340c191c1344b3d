"""A day is refused with a ground and words, answered once, and decided by the office: D-15."""

import pytest

from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from tests.factories import claims, sites
from tests.factories.personas import Cast
from tests.journeys.entry.people import Around

pytestmark = pytest.mark.journey
_WHY_NOT = "日報に名前がありません。"
_PLEA = "高橋鉄筋の職長と、3階の配筋をしました。"
_FOR = "職長の日報に、名前がありました。"


def test_a_refused_day_is_answered_by_the_worker_and_decided_by_the_office(
    tower: Cast, around: Around
) -> None:
    sites.roster_line(worker=tower.mirai, member=tower.second_tier)
    day = clock.today() - ONE_DAY
    claims.entered(tower.mirai, tower.site, day, remark="カードを家に忘れました。")
    prime = around.office(tower.sato).opens_day(day)
    prime.refuses("その日、この現場に入場していない", _WHY_NOT).reads("否認しました")
    claims.settled()
    worker = around.worker(tower).follows("元請事業者が否認した日").follows(str(day.year))
    worker.reads(_WHY_NOT).reads("その日、この現場に入場していない")
    worker.fills({"あなたの説明": _PLEA}).presses("申し立てを送る").reads("運営主体が")
    judge = around.judge().follows("申し立て").reads("佐藤建設").follows(str(day.year))
    judge.reads(_WHY_NOT).reads(_PLEA).decides("認める（正式な就業履歴になります）", _FOR)
    claims.settled()
    worker.opens_day(day).sees("正式").opens_claim(day).reads("申し立てを認めました").reads(_FOR)
