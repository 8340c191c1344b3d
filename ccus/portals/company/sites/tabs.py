"""現場との関係: lists of sites are parted by it."""

from ccus.domain.sites.terms import Standing

TABS = (
    (Standing.PRIME, "元請の現場"),
    (Standing.MEMBER, "参加している現場"),
    (Standing.PARTNER, "共同企業体の現場"),
)


def standing_of(typed: str) -> Standing:
    """The tab that an address names; the first for anything else."""
    return Standing(typed) if typed in set(Standing) else Standing.PRIME
