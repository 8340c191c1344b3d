"""開示の設定, as the worker reads it: of each 情報項目 both halves, and what follows today (PORTAL-42)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccus.domain.disclosure.matrix import MATRIX
from ccus.domain.disclosure.switches import (
    SWITCHABLE,
    EmployersHalf,
    halves_of_employers,
    workers_half,
)
from ccus.domain.disclosure.terms import WORDS, Relation, Shown
from ccus.domain.workers.terms import Item


@dataclass(frozen=True, slots=True)
class Line:
    """一項目: `is_own` the worker's half; `missing` the employers that have not opened it."""

    item: Item
    is_own: bool
    missing: tuple[str, ...]
    has_employer: bool

    @property
    def words(self) -> str:
        """The item as the rules call it."""
        return WORDS[self.item]

    @property
    def is_open(self) -> bool:
        """Whether other companies see it today (DISC-22)."""
        return self.is_own and self.has_employer and not self.missing

    @property
    def waits(self) -> bool:
        """Whether it is the employers' half that keeps it closed."""
        return self.is_own and not self.is_open


@dataclass(frozen=True, slots=True)
class Setting:
    """開示の設定 of a worker on a day."""

    lines: tuple[Line, ...]
    employers: tuple[EmployersHalf, ...]

    @property
    def own(self) -> frozenset[Item]:
        """What the worker has opened."""
        return frozenset(line.item for line in self.lines if line.is_own)

    @property
    def open_count(self) -> int:
        """How many items other companies see today."""
        return sum(line.is_open for line in self.lines)


def setting_of(worker: int, *, on: date) -> Setting:
    """Both halves of every item that can be opened. Two statements."""
    own = workers_half([worker], on=on).get(worker, frozenset())
    employers = halves_of_employers(worker, on=on)
    lines = (
        Line(item, item in own, tuple(e.company for e in employers if item not in e.items), bool(employers))
        for item in SWITCHABLE
    )
    return Setting(tuple(lines), employers)


def fixed(shown: Shown) -> list[str]:
    """その他事業者にいつも見える項目, or 決して見えない項目, in the words of the rules."""
    return [WORDS[item] for item, row in MATRIX.items() if row[Relation.OTHER] is shown]


def named(sent: Iterable[str]) -> frozenset[Item]:
    """The items that a form names; what cannot be switched is left aside."""
    codes = set(sent)
    return frozenset(item for item in SWITCHABLE if item.value in codes)
