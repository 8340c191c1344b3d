"""日の後ろの人: who stands behind days at work, as the reader may know them; somebody without a relation too.

フリガナ and 技能者ID are always shown (DISC-01); of whoever left (退会) the number alone (D-18).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure import always
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of

NAMES = frozenset({Item.CARD, Item.NAME})
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


def people_behind(
    by: Actor, workers: Sequence[int], *, purpose: Purpose, at: datetime, items: Collection[Item] = NAMES
) -> dict[int, Person]:
    """Worker → person. A constant number of statements; whose name is shown reads that it was looked at."""
    asked = list(dict.fromkeys(workers))
    seen = workers_as_seen_by(by, asked, purpose=purpose, at=at, items=items)
    people = {one.worker: Person(one.number, one.kana, name_of(one)) for one in seen}
    others = always.read([worker for worker in asked if worker not in people], on=day_of(at))
    for worker, known in others.items():
        people[worker] = Person(known["number"], LEFT if known["is_withdrawn"] else known["kana"], "")
    return people


def name_of(seen: WorkerSeen) -> str:
    """The official name; empty where it is not shown."""
    rows = seen.shown.get("name", ())
    return str(rows[0].values["official"]) if rows else ""
