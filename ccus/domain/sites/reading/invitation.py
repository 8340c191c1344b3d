"""開いたリンクを読む: who invites to which site; nothing about people (SITE-20)."""

from dataclasses import dataclass
from datetime import datetime

from ccus.domain.sites.invitations import link_of
from ccus.domain.sites.policies import name_at
from ccus.foundation import clock


@dataclass(frozen=True, slots=True)
class OpenedLink:
    """開いたリンク; `stand_in` is the name under which the firm was declared, "" where it joins anew."""

    site_name: str
    site_address: str
    prime_name: str
    upper_name: str
    stand_in: str
    expires_at: datetime
    is_open: bool


def opened_link(token: str) -> OpenedLink | None:
    """What whoever holds the link reads, also one without an account; None for a token that nobody made."""
    link = link_of(token)
    if link is None or link.company is not None:
        return None
    upper, stand_in = link.upper, link.stand_in
    is_unused = link.used_at is None and link.cancelled_at is None and link.expires_at > clock.now()
    closed = [upper.withdrawn_at, upper.refused_at, stand_in and stand_in.withdrawn_at]
    return OpenedLink(
        upper.site.name,
        upper.site.address,
        upper.site.prime.name,
        name_at(upper),
        stand_in.stand_in_name if stand_in is not None else "",
        link.expires_at,
        is_unused and not any(closed),
    )
