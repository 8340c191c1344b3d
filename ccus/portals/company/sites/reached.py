"""届く現場: what an address names, as far as whoever asks reaches it; else there is no such page."""

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.reading.sites import SiteShown, site_for
from ccus.entrance.asked import found


def seen_site(seat: SeatMe, number: str) -> SiteShown:
    """A site that may be viewed. Raises Http404."""
    return found(site_for(seat.actor, number, Power.VIEW_STRUCTURE))
