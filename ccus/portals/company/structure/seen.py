"""見える施工体制: the tree as far as an account sees it (SITE-23, D-08)."""

from ccus.domain.companies.seats import SeatMe
from ccus.domain.sites.reading.sites import SiteShown
from ccus.domain.sites.reading.structure import Tree, tree_of
from ccus.domain.sites.terms import Standing


def seen_tree(site: SiteShown, seat: SeatMe) -> Tree:
    """All of it for the prime and its partners, else the branch of the own company."""
    tree = tree_of(site.place)
    return tree.branch_of(seat.company) if site.standing is Standing.MEMBER else tree
