"""要請のリンク: who may open one, and that it is used once (SITE-20). Pieces of the acts on it."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import InvitationLink, StructureMember
from ccus.domain.sites.rules import token_hash
from ccus.foundation.refusals import Refusal

LIVES = timedelta(days=30)
_TOKEN_BYTES = 32


class LinkClosed(Refusal):
    """使えないリンク: used, cancelled, over, or unknown (SITE-20)."""


@dataclass(frozen=True, slots=True)
class MadeLink:
    """できたリンク: the token exists in clear only here, for the address and its QR, once."""

    link: InvitationLink
    token: str


def new_link(
    upper: StructureMember,
    stand_in: StructureMember | None,
    company: Company | None = None,
    *,
    by: Actor,
    at: datetime,
) -> MadeLink:
    """A link below `upper`, or for a stand-in; for one `company` alone where it was named."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    link = InvitationLink.objects.create(
        upper=upper,
        stand_in=stand_in,
        company=company,
        token_hash=token_hash(token),
        made_at=at,
        made_by=str(by),
        expires_at=at + LIVES,
    )
    return MadeLink(link, token)


def link_of(token: str) -> InvitationLink | None:
    """The link with this token, whatever became of it."""
    links = InvitationLink.objects.select_related(
        "upper__site__prime", "upper__company", "stand_in__site", "company"
    )
    return links.filter(token_hash=token_hash(token)).first()


def require_open(link: InvitationLink, at: datetime) -> None:
    """Refuse a link that was used, cancelled or is over, as it stands now. Raises `LinkClosed`."""
    still = InvitationLink.objects.filter(pk=link.pk, used_at=None, cancelled_at=None, expires_at__gt=at)
    if not still.exists():
        raise _closed()


def use(link: InvitationLink, member: StructureMember, at: datetime) -> None:
    """Say that a link was used for a spot, once. Raises `LinkClosed`."""
    still = InvitationLink.objects.filter(pk=link.pk, used_at=None, cancelled_at=None)
    if not still.update(used_at=at, used_for=member):
        raise _closed()


def _closed() -> LinkClosed:
    return LinkClosed(
        "このリンクは、もう使えません。使われたか、取り消されたか、期限（30日）を過ぎています。"
        "送ってくれた事業者に、新しいリンクを作ってもらってください。"
    )
