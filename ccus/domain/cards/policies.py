"""使えるカードか."""

from datetime import date

from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.workers.models import Worker
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal


class CardStillUsable(Refusal):
    """有効なカードあり: one usable card for one worker; a further one is a reissue (CARD-06)."""


class CardRevoked(Refusal):
    """失効したカード: revoked for good (CARD-09)."""


class CardReplaced(CardRevoked):
    """代わりのカードあり: another was issued in its place, and it stays revoked (CARD-22)."""


class CardExpired(Refusal):
    """有効期限切れのカード (CARD-04)."""


def require_no_usable_card(worker: Worker, *, on: date) -> None:
    """Refuse a second card beside one that is neither revoked nor expired (CARD-06)."""
    usable = Card.objects.filter(worker=worker, revocation__isnull=True, expires_on__gte=on).first()
    if usable is not None:
        raise CardStillUsable(
            f"有効なカード（{usable.serial:02d}、有効期限{date_words(usable.expires_on)}）があります。"
            "なくしたときや壊れたときは、再発行の手続きをしてください。"
        )


def require_not_revoked(card: Card) -> None:
    """Refuse an act on a card that was revoked (CARD-09)."""
    if CardRevocation.objects.filter(card=card).exists():
        raise revoked(card)


def require_not_replaced(card: Card) -> None:
    """Refuse an act on a card in whose place another was issued; whoever holds it is told to cut it up (CARD-22)."""
    newer = Card.objects.filter(worker=card.worker_id, serial__gt=card.serial).order_by("-serial").first()
    if newer is not None:
        raise CardReplaced(
            f"代わりのカード（{newer.serial:02d}）が、もう発行されています。カード{card.serial:02d}は、見つかっても使えません。"
            "はさみで切って、捨ててください。"
        )


def revoked(card: Card) -> CardRevoked:
    """The refusal for a card that was revoked before."""
    return CardRevoked(f"カード{card.serial:02d}は、すでに失効しています。今お使いのカードを選んでください。")


def require_not_expired(card: Card, *, on: date) -> None:
    """Refuse a card whose last day has passed: it needs a renewal (更新), not a reissue (CARD-07)."""
    if card.expires_on < on:
        raise CardExpired(
            f"カード{card.serial:02d}は、有効期限（{date_words(card.expires_on)}）が過ぎています。"
            "再発行ではなく、新しいカードの発行を申し込んでください。"
        )
