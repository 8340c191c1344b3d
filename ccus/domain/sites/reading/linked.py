"""認定システムの端末: whose key it is, and who stands on the roster of its site (SITE-31, DISC-14)."""

from dataclasses import dataclass
from datetime import date

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.sites.models import Reader, RosterLine, Site
from ccus.domain.sites.rules import token_hash
from ccus.foundation.superseding import standing_on


@dataclass(frozen=True, slots=True)
class LinkedReader:
    """端末: `system` is "" for a reader of the register's own."""

    actor: Actor
    system: str
    place: int
    site_number: str
    site_name: str


def linked_reader(token: str) -> LinkedReader | None:
    """The reader in use whose key this is; None for a key that nobody has, or that was stopped."""
    reader = Reader.objects.filter(token_hash=token_hash(token), revoked_at=None).first()
    site = Site.objects.filter(pk=reader.place_id).first() if reader else None
    if reader is None or site is None:
        return None
    actor = Actor(ActorKind.READER, reader.pk)
    return LinkedReader(actor, reader.system, site.pk, site.number, site.name)


def on_roster(place: int, *, after: str, limit: int, on: date) -> list[tuple[int, str]]:
    """Workers (key, 技能者ID) with a line there that day, behind an ID in the order of IDs. One statement.

    Which of them may be seen, `ccus.domain.disclosure` says.
    """
    lines = standing_on(RosterLine.objects.filter(place=place, worker__number__gt=after), on)
    return list(lines.order_by("worker__number").values_list("worker", "worker__number").distinct()[:limit])
