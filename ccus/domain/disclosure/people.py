"""日の後ろの人: who stands behind days at work, as the reader may know them; somebody without a relation too.

フリガナ and 技能者ID are always shown (DISC-01); of whoever left (退会) a pseudonym alone, at a site (LEAVE-04).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure import always
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.leaving import LEFT, pseudonym
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of

NAMES = frozenset({Item.CARD, Item.NAME})
NAME = ("name",)
"""Of 氏名・顔写真 the name alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """技能者: `name` is empty where the disclosure shows none. `left`: the key of whoever has left, else 0; then there
    is no number but the one that `at_site` gives.
    """

    number: str
    kana: str
    name: str
    left: int = 0

    def at_site(self, site: str) -> "Person":
        """As a site (現場ID) knows whoever left: by a number that says nothing, the same at that site (LEAVE-04)."""
        return replace(self, number=pseudonym(site, self.left)) if self.left else self

    @property
    def words(self) -> str:
        """The name, else the フリガナ."""
        return self.name or self.kana


def people_behind(
    by: Actor, workers: Sequence[int], *, purpose: Purpose, at: datetime, items: Collection[Item] = NAMES
) -> dict[int, Person]:
    """Worker → person. A constant number of statements; whose name is shown reads that it was looked at."""
    asked = list(dict.fromkeys(workers))
    seen = workers_as_seen_by(by, asked, purpose=purpose, at=at, items=items, keys=NAME)
    people = {one.worker: Person(one.number, one.kana, name_of(one)) for one in seen}
    others = always.read([worker for worker in asked if worker not in people], on=day_of(at))
    for worker, known in others.items():
        people[worker] = (
            Person("", LEFT, "", worker)
            if known["is_withdrawn"]
            else Person(known["number"], known["kana"], "")
        )
    return people


def name_of(seen: WorkerSeen) -> str:
    """The official name; empty where it is not shown."""
    rows = seen.shown.get("name", ())
    return str(rows[0].values["official"]) if rows else ""
