"""発送中のカード: the card that is on its way to a worker, and what is refused where there is none."""

from ccus.domain.cards.models import Card
from ccus.domain.printing.models import CardPosting
from ccus.foundation.refusals import Refusal


class NotPosted(Refusal):
    """発送中のカードなし: nothing is on its way (PRINT-09)."""


class AlreadyArrived(Refusal):
    """受け取り済み (PRINT-09)."""


def newest_card(worker: int) -> Card | None:
    """The newest card of a worker that was not revoked."""
    cards = Card.objects.filter(worker=worker, revocation=None).select_related("worker")
    return cards.order_by("-serial").first()


def require_redirectable(worker: int) -> Card:
    """The newest card of a worker, if it has not arrived (CARD-14). Raises `NotPosted`, `AlreadyArrived`."""
    card = newest_card(worker)
    if card is None:
        raise nothing_to_send()
    if CardPosting.objects.filter(card=card, arrived_at__isnull=False).exists():
        raise AlreadyArrived(
            "カードは受け取り済みなので、送付先は変えられません。住所が変わったときは、変更の申請をしてください。"
        )
    return card


def nothing_to_send() -> NotPosted:
    """The refusal of an address for a card that is not there."""
    return NotPosted("送るカードがありません。カードの発行や再発行を申し込んでください。")


def words_of(card: Card) -> str:
    """Which card of its holder it is, in the words of a notice."""
    return f"{card.serial}枚目のカード"


def on_its_way(card: Card | None) -> CardPosting:
    """The posting of a card that neither arrived nor came back, locked. Raises `NotPosted`, `AlreadyArrived`."""
    postings = CardPosting.objects.select_for_update(of=("self",)).select_related("card__worker")
    posting = postings.filter(card=card, came_back_at=None).first() if card is not None else None
    if posting is None:
        raise NotPosted("発送中のカードがありません。画面を開き直して、カードの今の状態を確かめてください。")
    if posting.arrived_at is not None:
        raise AlreadyArrived("このカードは、受け取り済みです。今の画面を開き直してください。")
    return posting
