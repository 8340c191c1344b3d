"""Foreman for a day: the change counts once the prime approves it, and what was there before stays: G15-5."""

import pytest

from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from tests.factories import claims, sites
from tests.factories.personas import Cast
from tests.journeys.entry.people import Around

pytestmark = pytest.mark.journey


def test_a_foreman_for_a_day_is_approved_and_the_original_stays_readable(tower: Cast, around: Around) -> None:
    sites.roster_line(worker=tower.mirai, member=tower.second_tier)
    day = clock.today() - ONE_DAY
    claims.tapped(tower, day)
    claims.settled()
    worker = around.worker(tower).opens_day(day).sees("正式").reads("鉄筋工・一般")
    worker.follows("この日の職種・立場・作業内容を直す").fills({"立場": "職長"})
    worker.presses("この内容で承認を求める").reads("元請事業者の佐藤建設に、承認を求めました")
    claims.settled()
    worker.opens_day(day).reads("鉄筋工・一般")
    around.office(tower.sato).answers_ticked("承認")
    claims.settled()
    worker.opens_day(day).sees("正式").reads("鉄筋工・職長").reads("もとの内容：鉄筋工・一般")
