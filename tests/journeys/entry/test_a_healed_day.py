"""A day off the roster counts by itself once the line is written; what was known before stays readable: REC-14, 15."""

from datetime import date

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.sites.actions.roster import enter_on_roster
from ccus.domain.work_history.telling import tell_changes
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from tests.factories import claims, codes
from tests.factories.personas import Cast, firm
from tests.journeys.entry.people import Around

pytestmark = pytest.mark.journey


def is_listed(tower: Cast, from_on: date) -> None:
    """The line of the roster that the employer had forgotten, and what the jobs make of it."""
    enter_on_roster(
        member=tower.second_tier,
        worker=tower.mirai,
        trade=codes.trade(),
        position=codes.position(),
        from_on=from_on,
        by=firm(tower.takahashi),
        at=clock.now(),
    )
    claims.settled()
    # The second run waits for everybody else on the database's server; here nobody else wrote anything.
    Affect.objects.filter(settled_at=None).update(settled_at=clock.now())
    tell_changes(at=clock.now())


def test_a_waiting_day_becomes_official_when_the_roster_is_written_and_one_notice_says_so(
    tower: Cast, around: Around
) -> None:
    day = clock.today() - ONE_DAY
    claims.tapped(tower, day)
    claims.settled()
    worker = around.worker(tower).opens_day(day).sees("連結待ち").reads("足りないもの：作業員名簿")
    is_listed(tower, day)
    worker.opens_day(day).sees("正式")
    worker.turns_to("本人宛の通知").reads("連結待ち → 正式")
    assert worker.page.get_by_text("連結待ち → 正式").count() == 1
    worker.goes_to(f"/worker/history/{day:%Y-%m}/known/?on={day}").reads("の時点の記録").reads("連結待ち")
