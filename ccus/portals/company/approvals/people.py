"""技能者の名: who the days are about, as the company may see them (CLAIM-38)."""

from collections.abc import Sequence
from dataclasses import dataclass

from ccus.domain.companies.seats import SeatMe
from ccus.domain.disclosure.people import NAME, Person, name_of
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.work_history.claims.inbox_rows import AskShown
from ccus.domain.workers.terms import Item
from ccus.foundation import clock

_ITEMS = (Item.NAME, Item.WORK_HISTORY)
"""The day stands beside the name (DISC-06)."""


@dataclass(frozen=True, slots=True)
class Line:
    """一行: a day that waits, and whose it is; `worker` None for somebody who has left (D-18)."""

    ask: AskShown
    worker: Person | None


def lines_of(seat: SeatMe, asks: Sequence[AskShown]) -> list[Line]:
    """The rows with their people; one look for all of them."""
    people = people_of(seat, [ask.worker for ask in asks])
    return [Line(ask, people.get(ask.worker)) for ask in asks]


def people_of(seat: SeatMe, workers: Sequence[int]) -> dict[int, Person]:
    """Who the workers (keys) are, without those who have left."""
    once = list(dict.fromkeys(workers))
    seen = workers_as_seen_by(
        seat.actor, once, purpose=Purpose.APPROVAL, at=clock.now(), items=_ITEMS, keys=NAME
    )
    return {one.worker: Person(one.number, one.kana, name_of(one)) for one in seen}
