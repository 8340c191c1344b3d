"""情報項目 on these pages: what can be switched, and what a page sent of it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from ccus.domain.disclosure.switches import SWITCHABLE
from ccus.domain.disclosure.terms import WORDS
from ccus.domain.workers.terms import Item


@dataclass(frozen=True, slots=True)
class Switch:
    """一項目: our half, and of how many workers it is on; `is_open_to_others` when the worker's half is on as well."""

    item: Item
    is_on: bool = False
    count: int = 0
    is_open_to_others: bool = False

    @property
    def words(self) -> str:
        """The item as the rules call it."""
        return WORDS[self.item]


def named(sent: Iterable[str]) -> frozenset[Item]:
    """The items that a form names; what cannot be switched is left aside."""
    codes = set(sent)
    return frozenset(item for item in SWITCHABLE if item.value in codes)
