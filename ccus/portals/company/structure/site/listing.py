"""一覧: the same sheet as a nested list, for telephones and screen readers (SITE-23)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ccus.domain.sites.reading.structure import Spot
from ccus.domain.sites.terms import SpotState
from ccus.domain.sites.tree import Sheet
from ccus.portals.company.structure.site.drawing import tier_words

TONES = {
    SpotState.PRIME: "info",
    SpotState.ACCEPTED: "official",
    SpotState.WAITING: "pending",
    SpotState.STAND_IN: "unlinked",
    SpotState.LEFT: "plain",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """一行; `opens`: it begins a list of its own; `closes`: so many lists end after it, as letters to loop over."""

    spot: Spot
    tier: str
    tone: str
    continued_on: int | None
    opens: bool
    closes: str


def listed(sheet: Sheet, spots: Mapping[int, Spot]) -> Iterator[Entry]:
    """The boxes of a sheet in the order in which they are read."""
    columns = [box.column for box in sheet.boxes] + [0]
    for nth, box in enumerate(sheet.boxes):
        spot, ahead = spots[box.id], columns[nth + 1]
        yield Entry(
            spot,
            tier_words(spot.tier),
            TONES[spot.state],
            box.continued_on,
            ahead > box.column,
            "x" * max(0, box.column - ahead),
        )
