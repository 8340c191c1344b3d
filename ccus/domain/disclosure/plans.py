"""何人もの設定の見通し: what a choice of the employer for several own workers would change (DISC-26)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from ccus.domain.disclosure.switches import SWITCHABLE, employers_half
from ccus.domain.workers.terms import Item


@dataclass(frozen=True, slots=True)
class Chosen:
    """選択: items to open and items to close; the others stay as they are."""

    opens: frozenset[Item] = frozenset()
    closes: frozenset[Item] = frozenset()

    @property
    def items(self) -> tuple[Item, ...]:
        """All of them, in the order of the table."""
        return tuple(item for item in SWITCHABLE if item in self.opens | self.closes)


@dataclass(frozen=True, slots=True)
class Plan:
    """見通し: how many halves open and close, and of how many workers; `each`: item → workers of whom it changes."""

    opened: int
    closed: int
    workers: int = 0
    each: Mapping[Item, int] = field(default_factory=dict)


def planned(company: int, workers: Collection[int], chosen: Chosen, *, on: date) -> Plan:
    """What would change of these own workers. One statement."""
    now, nothing = employers_half(company, workers, on=on), frozenset[Item]()
    opening = {worker: chosen.opens - now.get(worker, nothing) for worker in workers}
    closing = {worker: chosen.closes & now.get(worker, nothing) for worker in workers}
    changing = {worker: opening[worker] | closing[worker] for worker in opening}
    return Plan(
        opened=sum(map(len, opening.values())),
        closed=sum(map(len, closing.values())),
        workers=sum(map(bool, changing.values())),
        each={item: sum(item in items for items in changing.values()) for item in chosen.items},
    )
