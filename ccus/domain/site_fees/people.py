"""利用料の人: who stands behind the days, as the reader may know them (USE-11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure import always
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of

_ITEMS = frozenset({Item.CARD, Item.NAME})
LEFT = "退会した技能者"


@dataclass(frozen=True, slots=True)
class Person:
    """技能者: `name` is empty where the disclosure shows none; of whoever left there is the number alone."""

    number: str
    kana: str
    name: str

    @property
    def words(self) -> str:
        """The name, else the フリガナ."""
        return self.name or self.kana


def people_behind(by: Actor, workers: Sequence[int], at: datetime) -> dict[int, Person]:
    """Worker → person. A constant number of statements; whose name is shown reads that it was looked at."""
    asked = list(dict.fromkeys(workers))
    seen = workers_as_seen_by(by, asked, purpose=Purpose.SITE_FEES, at=at, items=_ITEMS)
    people = {one.worker: Person(one.number, one.kana, _name(one)) for one in seen}
    others = always.read([worker for worker in asked if worker not in people], on=day_of(at))
    for worker, known in others.items():
        people[worker] = Person(known["number"], LEFT if known["is_withdrawn"] else known["kana"], "")
    return people


def _name(seen: WorkerSeen) -> str:
    rows = seen.shown.get("name", ())
    return str(rows[0].values["official"]) if rows else ""
