"""届く名簿: what an address names, as far as whoever asks reaches it; else there is no such page."""

from uuid import UUID

from ccus.domain.companies.seats import SeatMe
from ccus.domain.sites.reading.rosters import RosterSpot, roster_for
from ccus.domain.sites.writers import Writer
from ccus.entrance.asked import found
from ccus.foundation import clock


def seen_roster(seat: SeatMe, key: UUID) -> RosterSpot:
    """A roster that may be seen. Raises Http404."""
    return found(roster_for(seat.actor, key, at=clock.now()))


def written_roster(seat: SeatMe, key: UUID) -> tuple[RosterSpot, Writer]:
    """A roster that may be written. Raises Http404."""
    spot = seen_roster(seat, key)
    return spot, found(spot.writer)
