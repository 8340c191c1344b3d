"""期限の近い技能者: what of whom runs out soon, as somebody of the employer may see it (EMP-04 to EMP-06)."""

from dataclasses import dataclass
from datetime import datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.employees.expiries import booked, expiries, words_of
from ccus.domain.employees.rules import Expiring, Spoilt, expiring, spoilt
from ccus.domain.employees.staff import everybody
from ccus.domain.employees.terms import RunsOut
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of

ITEMS = {
    RunsOut.CARD: Item.EMPLOYERS,
    RunsOut.QUALIFICATION: Item.QUALIFICATIONS,
    RunsOut.CORE: Item.QUALIFICATIONS,
    RunsOut.RESIDENCE: Item.STATUS,
    RunsOut.HEALTH: Item.HEALTH,
}


@dataclass(frozen=True, slots=True)
class Near:
    """期限が近いか切れたもの of a worker; `days_left` is negative when it is past."""

    seen: WorkerSeen
    words: str
    expiry: Expiring
    days_left: int
    spoilt: tuple[Spoilt, ...]


def radar_of(actor: Actor, company: int, *, at: datetime) -> tuple[Near, ...]:
    """The soonest first, what is past before it. A constant number of statements; one trace a worker who is named."""
    today = day_of(at)
    staff = everybody(company, on=today)
    near = expiring(expiries(staff, today=today), today=today)
    workers = list(dict.fromkeys(each.worker for each in near))
    shown = workers_as_seen_by(
        actor, workers, purpose=Purpose.EMPLOYEES, at=at, items={Item.NAME, *(ITEMS[e.kind] for e in near)}
    )
    by_worker = {seen.worker: seen for seen in shown}
    days = booked(workers, today=today, company=company)
    return tuple(
        Near(by_worker[each.worker], words_of(each), each, each.days_left(today), spoilt(each, days))
        for each in near
        if each.worker in by_worker and ITEMS[each.kind] in by_worker[each.worker].items
    )


def soon_over(company: int, *, at: datetime) -> int:
    """期限が近いか切れたものの数 of the own workers, without saying whose. A constant number of statements."""
    today = day_of(at)
    return len(expiring(expiries(everybody(company, on=today), today=today), today=today))
