"""経歴を読む: every day of a worker with what was done and what it rests on, in one statement (PROOF-01)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from ccus.domain.work_history.terms import COUNTED_STATES, Evidence, State


@dataclass(frozen=True, slots=True)
class CareerDay:
    """経歴の一日: one record with the names that stand for its keys; a text is empty where there is none.

    `site_number` is empty for a site that is not registered. `employer`: the firm on whose roster line, or under
    which by the worker's own entry.
    """

    on: date
    place: int
    state: State
    evidence: Evidence
    first_in: datetime | None
    last_out: datetime | None
    site_number: str
    site_name: str
    prime: str
    employer: str
    trade: str
    position: str
    work_content: str

    @property
    def is_counted(self) -> bool:
        """Whether it counts in 就業日数 and 就業履歴数 (D-25)."""
        return self.state in COUNTED_STATES


# A registered site has its own texts; another is as the worker typed it. What was done: an approved correction, then
# the roster line, then the entry (REC-10).
_DAYS = """
select r.work_on, r.place, r.state, r.evidence, r.first_in, r.last_out,
       coalesce(s.number, ''), coalesce(s.name, o.name, ''), coalesce(p.name, o.prime_name, ''),
       coalesce(e.name, f.name, o.employer_name, ''), coalesce(t.label, ''), coalesce(q.label, ''),
       coalesce(nullif(c.work_content, ''), nullif(l.work_content, ''), n.work_content, '')
from work_record r
left join site s on s.place_id = r.place
left join own_site o on o.place_id = r.place and o.superseded_at is null
left join company p on p.id = s.prime_id
left join roster_line l on l.id = r.line
left join structure_member m on m.id = r.member
left join company e on e.id = m.company_id
left join day_claim n on n.id = r.entry
left join company f on f.id = n.company_id
left join day_claim c on c.id = r.correction
left join trade t on t.id = r.trade
left join position q on q.id = r.position
where r.worker = %s and r.work_on >= %s and r.work_on < %s
order by r.work_on, r.place
"""


def days_of(worker: int, *, from_on: date = date.min, until_on: date = date.max) -> tuple[CareerDay, ...]:
    """経歴 of a worker, oldest first, up to the day before `until_on`. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, [worker, from_on, until_on])
        return tuple(_day(row) for row in cursor.fetchall())


def _day(row: Sequence[Any]) -> CareerDay:
    on, place, state, evidence, *rest = row
    return CareerDay(on, place, State(state), Evidence(evidence), *rest)
