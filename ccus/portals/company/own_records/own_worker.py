"""えらんだ技能者: one of the firm's own, found and seen as the employer may (DISC-02)."""

from dataclasses import dataclass
from datetime import date

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.people import NAMES, name_of
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.employees.staff import own_worker
from ccus.domain.workers.terms import Item
from ccus.entrance.asked import found
from ccus.foundation import clock

CURRENT = "own-records"
POWER = Power.OWN_RECORDS
_ITEMS = frozenset({*NAMES, Item.BIRTH_DATE, Item.WORK_HISTORY})


@dataclass(frozen=True, slots=True)
class OwnWorker:
    """所属技能者: `worker` is the key."""

    worker: int
    number: str
    kana: str
    name: str
    birth_on: date


def worker_asked(seat: SeatMe, number: str) -> OwnWorker:
    """The own worker with this 技能者ID. Raises Http404."""
    now = clock.now()
    key = found(own_worker(seat.company, number, on=clock.today()))
    seen = worker_as_seen_by(seat.actor, key, purpose=Purpose.EMPLOYEES, at=now, items=_ITEMS)
    birth_on = seen.birth_on if isinstance(seen.birth_on, date) else date.min
    return OwnWorker(key, seen.number, seen.kana, name_of(seen), birth_on)
