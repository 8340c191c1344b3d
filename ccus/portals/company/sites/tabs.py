"""現場との関係でしぼる: the tabs above lists of sites, and what stands under them."""

from ccus.domain.companies.seats import SeatMe
from ccus.domain.sites.reading.sites import SiteShown, sites_of
from ccus.domain.sites.terms import Standing

TABS = (
    (Standing.PRIME, "元請の現場"),
    (Standing.MEMBER, "参加している現場"),
    (Standing.PARTNER, "共同企業体の現場"),
)


def under_tab(
    seat: SeatMe, asked: str, *, text: str = "", after: str = "", limit: int
) -> tuple[Standing, tuple[SiteShown, ...]]:
    """The tab that was asked for and its sites; who asked for none and is no prime sees where the firm takes part."""
    standing = Standing(asked) if asked in set(Standing) else Standing.PRIME
    sites = sites_of(seat.seated, standing=standing, text=text, after=after, limit=limit)
    if sites or asked or text or after:
        return standing, sites
    below = sites_of(seat.seated, standing=Standing.MEMBER, limit=limit)
    return (Standing.MEMBER, below) if below else (standing, sites)
