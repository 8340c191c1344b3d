"""名簿の人たち: names as the company may see them; nothing for those whom it may not (DISC-04)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ccus.domain.companies.seats import SeatMe
from ccus.domain.disclosure.reading import WorkerSeen, is_hidden, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.leaving import LEFT, gone_among
from ccus.domain.workers.terms import Item
from ccus.foundation import clock


@dataclass(frozen=True, slots=True)
class Person:
    """氏名 and フリガナ; both empty where nothing is shown."""

    name: str = ""
    kana: str = ""


NOBODY = Person()


def people_of(seat: SeatMe, workers: Sequence[int]) -> Mapping[int, Person]:
    """Worker → person, for those who are shown, and for whoever left (LEAVE-04). Leaves the traces of one look."""
    if not workers:
        return {}
    seen = workers_as_seen_by(
        seat.actor, workers, purpose=Purpose.ROSTER, at=clock.now(), items={Item.CARD, Item.NAME}
    )
    people = {each.worker: Person(_name(each), each.kana) for each in seen}
    return people | dict.fromkeys(gone_among(set(workers) - set(people)), Person(name=LEFT))


def _name(seen: WorkerSeen) -> str:
    names = seen.blocks["name"]
    return "" if is_hidden(names) else next((str(row.values["official"]) for row in names), "")
