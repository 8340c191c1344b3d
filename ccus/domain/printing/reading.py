"""カードの今を読む: where the card of a worker is, in words (PRINT-08)."""

from dataclasses import dataclass
from datetime import date

from ccus.domain.cards.addresses import SendTo, send_to_of
from ccus.domain.cards.models import Card, CardAddress, CardLoss
from ccus.domain.printing.models import CardPosting, PrintPlace
from ccus.domain.printing.rules import asked_from, is_overdue
from ccus.domain.printing.terms import DeliveryState


@dataclass(frozen=True, slots=True)
class DeliveryShown:
    """カードの今. `is_overdue`: posted two weeks ago or more, and nobody said that it arrived (PRINT-09).

    `send_to` is where it goes now; `ask_from` the day from which 「届かない」 can be said, None unless it is posted.
    """

    serial: int
    state: DeliveryState
    send_to: SendTo
    posted_on: date | None
    came_back_on: date | None
    ask_from: date | None
    is_overdue: bool

    @property
    def words(self) -> str:
        """What it means for the holder."""
        return self.state.words

    @property
    def can_confirm(self) -> bool:
        """Whether 「届いた」 can be said."""
        return self.state in {DeliveryState.POSTED, DeliveryState.MISSING}

    @property
    def can_report_missing(self) -> bool:
        """Whether 「届かない」 can be said."""
        return self.state is DeliveryState.POSTED and self.is_overdue

    @property
    def can_redirect(self) -> bool:
        """Whether a better address still helps (CARD-14)."""
        return self.state is not DeliveryState.ARRIVED


def delivery_of(worker: int, *, today: date) -> DeliveryShown | None:
    """カードの今 of the newest card that was not revoked; None where there is none, or it was never to be posted.

    Five statements at most.
    """
    card = Card.objects.filter(worker=worker, revocation=None).order_by("-serial").first()
    address = CardAddress.objects.filter(card=card, superseded_at=None).first() if card is not None else None
    if card is None or address is None:
        return None
    posting = CardPosting.objects.filter(card=card).order_by("-pk").first()
    state = _state(card, posting)
    posted_on = posting.posted_on if posting is not None else None
    is_on_the_way = state is DeliveryState.POSTED and posted_on is not None
    return DeliveryShown(
        serial=card.serial,
        state=state,
        send_to=send_to_of(address),
        posted_on=posted_on,
        came_back_on=posting.came_back_on if posting is not None else None,
        ask_from=asked_from(posted_on) if is_on_the_way and posted_on is not None else None,
        is_overdue=is_on_the_way and posted_on is not None and is_overdue(posted_on, today=today),
    )


def never_arrived(worker: int) -> bool:
    """Whether the card in question was said never to have arrived: its reissue is free (PRINT-09)."""
    card = Card.objects.filter(worker=worker, revocation=None).order_by("-serial").first()
    missing = CardPosting.objects.filter(card=card, missing_at__isnull=False, arrived_at=None)
    return card is not None and missing.exists() and _is_lost(card)


def _state(card: Card, posting: CardPosting | None) -> DeliveryState:
    if posting is None:
        is_in_a_batch = PrintPlace.objects.filter(card=card, spoiled_at=None).exists()
        return DeliveryState.PRINTING if is_in_a_batch else DeliveryState.MAKING
    if posting.arrived_at is not None:
        return DeliveryState.ARRIVED
    if posting.came_back_at is not None:
        return DeliveryState.CAME_BACK
    if posting.missing_at is not None and _is_lost(card):
        return DeliveryState.MISSING
    return DeliveryState.POSTED


def _is_lost(card: Card) -> bool:
    return CardLoss.objects.filter(card=card, found_at=None).exists()
