"""カードの移り変わり: every card of a worker, and what became of each (PORTAL-43)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.cards.models import Card
from ccus.foundation.labelled import Labelled


class CardState(Labelled):
    """カードの状態, in words of the holder."""

    USABLE = "usable", "使えます"
    LOST = "lost", "紛失で止めています"
    EXPIRED = "expired", "有効期限が過ぎています"
    REVOKED = "revoked", "使えなくなったカード"


@dataclass(frozen=True, slots=True)
class CardKept:
    """一枚のカード. `lost_from` is that of a loss that stands; `next_serial` the card issued in its place."""

    id: int
    serial: int
    colour: str
    issued_at: datetime
    expires_on: date
    lost_from: datetime | None
    revoked_at: datetime | None
    next_serial: int | None
    state: CardState

    @property
    def can_be_lost(self) -> bool:
        """Whether 紛失 can be reported."""
        return self.state in {CardState.USABLE, CardState.EXPIRED}


def cards_of(worker: int, *, on: date) -> tuple[CardKept, ...]:
    """The cards of a worker as they are today, the newest first; none before the first is issued. Two statements."""
    rows = Card.objects.filter(worker=worker).select_related("revocation").prefetch_related("losses")
    cards = list(rows.order_by("serial"))
    following = [*(card.serial for card in cards[1:]), None]
    return tuple(_kept(card, after, on) for card, after in zip(cards, following, strict=False))[::-1]


def _kept(card: Card, after: int | None, on: date) -> CardKept:
    lost = next((loss.lost_from for loss in card.losses.all() if loss.found_at is None), None)
    revocation = getattr(card, "revocation", None)
    return CardKept(
        id=card.pk,
        serial=card.serial,
        colour=card.colour,
        issued_at=card.issued_at,
        expires_on=card.expires_on,
        lost_from=lost,
        revoked_at=revocation.revoked_at if revocation is not None else None,
        next_serial=after,
        state=_state(
            is_revoked=revocation is not None, is_lost=lost is not None, is_over=card.expires_on < on
        ),
    )


def _state(*, is_revoked: bool, is_lost: bool, is_over: bool) -> CardState:
    if is_revoked:
        return CardState.REVOKED
    if is_lost:
        return CardState.LOST
    return CardState.EXPIRED if is_over else CardState.USABLE


def card_numbered(worker: int, serial: int) -> Card | None:
    """The row of a worker's card, for acts on it; None where there is no card of that serial."""
    return Card.objects.select_related("worker").filter(worker=worker, serial=serial).first()
