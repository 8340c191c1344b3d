"""現場ごと・作業ごとの日数: 「A現場: 鉄筋工〇日、足場組立〇日、揚重作業〇日」 (guide G15-6, PORTAL-17)."""

from collections.abc import Collection
from typing import NamedTuple

from django.db import connection

from ccus.domain.work_history.terms import State

_SUMS = """
select r.place, coalesce(nullif(c.work_content, ''), nullif(l.work_content, ''), nullif(n.work_content, ''), t.label)
           as work, count(distinct r.work_on) as days
from work_record r
join trade t on t.id = r.trade
left join roster_line l on l.id = r.line
left join day_claim n on n.id = r.entry
left join day_claim c on c.id = r.correction
where r.worker = %s and r.place = any(%s) and r.state = %s
group by r.place, work
order by r.place, days desc, work
"""


class WorkDays(NamedTuple):
    """作業の日数: 作業内容, or the trade where none was written, and its 正式 days (D-25)."""

    work: str
    days: int


def work_at(worker: int, places: Collection[int]) -> dict[int, tuple[WorkDays, ...]]:
    """The works of a worker at each place, those of most days first; places without 正式 days are left out."""
    with connection.cursor() as cursor:
        cursor.execute(_SUMS, [worker, list(places), int(State.OFFICIAL)])
        rows = cursor.fetchall()
    return {
        place: tuple(WorkDays(work, days) for at, work, days in rows if at == place)
        for place in {row[0] for row in rows}
    }
