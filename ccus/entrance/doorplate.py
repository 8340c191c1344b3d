"""扉の札: what a door says of itself, so that the table of access is checked against a declaration (DOOR-02)."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.terms import Power
from ccus.entrance.who import Side

Needed = Power | Duty


@dataclass(frozen=True, slots=True)
class Plate:
    """Whose accounts a page opens to, and which power or duty one of them is needed where somebody has a role.

    `is_by_address`: only to those of the side whose address it is. Without `needs` every role of the sides.
    """

    sides: frozenset[Side]
    needs: frozenset[Needed] = frozenset()
    is_by_address: bool = False

    def opens_to(self, side: Side, has: Collection[Needed], address: Side | None) -> bool:
        """Whether somebody of this side with these powers or duties may pass."""
        if side not in self.sides or (self.is_by_address and side is not address):
            return False
        return not self.needs or side not in {Side.COMPANY, Side.OFFICE} or not self.needs.isdisjoint(has)


def plated(
    page: Callable[..., Any], *sides: Side, needs: Iterable[Needed | None] = (), is_by_address: bool = False
) -> None:
    """Put the plate on a page; whatever wraps the page later carries it too."""
    needed = frozenset(need for need in needs if need is not None)
    vars(page)["plate"] = Plate(frozenset(sides), needed, is_by_address)


def plate_of(page: Callable[..., Any]) -> Plate | None:
    """What the door in front of a page says; None where everybody may come."""
    plate: Plate | None = getattr(page, "plate", None)
    return plate
