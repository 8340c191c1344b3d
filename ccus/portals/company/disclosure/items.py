"""情報項目 on these pages: what can be switched, and what a page sent of it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ccus.domain.disclosure.switches import SWITCHABLE
from ccus.domain.disclosure.terms import WORDS
from ccus.domain.workers.terms import Item


@dataclass(frozen=True, slots=True)
class Switch:
    """一項目: our half, and of how many workers it is on; the worker's own half, and of how many.

    `act`: what is chosen for it, `open`, `close` or nothing.
    """

    item: Item
    is_on: bool = False
    count: int = 0
    is_opened_by_worker: bool = False
    by_workers: int = 0
    act: str = ""

    @property
    def words(self) -> str:
        """The item as the rules call it."""
        return WORDS[self.item]


def named(sent: Iterable[str]) -> frozenset[Item]:
    """The items that a form names; what cannot be switched is left aside."""
    codes = set(sent)
    return frozenset(item for item in SWITCHABLE if item.value in codes)


def count_of(halves: Mapping[int, frozenset[Item]], item: Item) -> int:
    """Of how many workers the item is open."""
    return sum(item in opened for opened in halves.values())
