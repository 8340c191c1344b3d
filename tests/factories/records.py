"""就業履歴: days as the derivation leaves them, where a test is about what is made of them."""

from datetime import date, datetime
from typing import Any

from ccus.domain.codes.models import Position, Trade
from ccus.domain.sites.models import RosterLine, Site
from ccus.domain.work_history.career import CareerDay
from ccus.domain.work_history.models import WorkRecord
from ccus.domain.work_history.terms import Evidence, State
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import JST
from tests.factories import codes


def record(
    worker: Worker,
    site: Site,
    on: date,
    state: State = State.OFFICIAL,
    *,
    evidence: Evidence = Evidence.CARD,
    trade: Trade | None = None,
    position: Position | None = None,
    line: RosterLine | None = None,
) -> WorkRecord:
    """One day at a site, 7:42 to 17:10, as 鉄筋工 and 一般 unless said; `line`: the roster line it rests on."""
    entered, left = (datetime(on.year, on.month, on.day, *t, tzinfo=JST) for t in ((7, 42), (17, 10)))
    return WorkRecord.objects.create(
        worker=worker.pk,
        work_on=on,
        place=site.pk,
        state=state,
        reasons=[],
        evidence=evidence,
        first_in=entered,
        last_in=entered,
        last_out=left,
        last_tap_at=left,
        trade=(trade or codes.trade()).pk,
        position=(position or codes.position()).pk,
        line=line.pk if line else None,
        member=line.member_id if line else None,
    )


def career_day(on: date, **values: Any) -> CareerDay:
    """A day as readings return it, without a database."""
    usual: dict[str, Any] = {
        "place": 1,
        "state": State.OFFICIAL,
        "evidence": Evidence.CARD,
        "first_in": None,
        "last_out": None,
        "site_number": "12345678901223",
        "site_name": "未来タワー",
        "prime": "佐藤建設",
        "employer": "高橋鉄筋",
        "trade": "鉄筋工",
        "position": "一般",
        "work_content": "配筋",
    }
    return CareerDay(on=on, **usual | values)
