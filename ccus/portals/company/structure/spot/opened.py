"""開いた場所: a spot of an address, as far as whoever asks sees it."""

from dataclasses import dataclass
from uuid import UUID

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.policies import acts_at
from ccus.domain.sites.reading.sites import SiteShown
from ccus.domain.sites.reading.structure import Spot, Tree
from ccus.domain.sites.reading.structure_of_firm import SpotRow, member_row
from ccus.domain.sites.terms import SpotState
from ccus.entrance.asked import found
from ccus.portals.company.sites.reached import seen_site
from ccus.portals.company.structure.seen import seen_tree


@dataclass(frozen=True, slots=True)
class Opened:
    """開いた場所; `is_here`: the account may act at it, `is_above`: at the spot directly above."""

    site: SiteShown
    tree: Tree
    spot: Spot
    row: SpotRow
    is_here: bool
    is_above: bool

    @property
    def state(self) -> SpotState:
        """How the spot stands today."""
        return self.spot.state


def opened(seat: SeatMe, site: str, key: UUID) -> Opened:
    """The spot, with what may be done there. Raises Http404."""
    shown = seen_site(seat, site)
    tree = seen_tree(shown, seat)
    spot = found(tree.spot(key))
    row = found(member_row(site, key))
    may = seat.may(Power.STRUCTURE)
    return Opened(
        shown,
        tree,
        spot,
        row,
        is_here=may and acts_at(seat.actor, row),
        is_above=may and row.parent is not None and acts_at(seat.actor, row.parent),
    )
