"""カードを読む: the card that a worker's own pages show."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.cards.models import Card


@dataclass(frozen=True, slots=True)
class CardInHand:
    """今のカード: the newest card of a worker, and what keeps it from opening a gate, if anything."""

    card: int
    serial: int
    colour: str
    expires_on: date
    is_expired: bool
    is_lost: bool


def card_in_hand(worker: int, *, on: date) -> CardInHand | None:
    """今のカード: the newest that was not revoked; None before the first is issued. One statement."""
    card = (
        Card.objects.filter(worker=worker, revocation=None)
        .order_by("-serial")
        .values_list("pk", "serial", "colour", "expires_on", "losses__lost_from", "losses__found_at")
    )
    rows: list[tuple[int, int, str, date, datetime | None, datetime | None]] = list(card)
    if not rows:
        return None
    key, serial, colour, expires_on, *_ = rows[0]
    is_lost = any(row[4] is not None and row[5] is None for row in rows if row[0] == key)
    return CardInHand(key, serial, colour, expires_on, on > expires_on, is_lost)
