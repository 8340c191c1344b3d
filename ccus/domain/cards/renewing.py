"""更新の時期: from when a card can be renewed, and when that is announced (CARD-30)."""

from dataclasses import dataclass
from datetime import date

from ccus.domain.cards.reading import card_in_hand
from ccus.domain.cards.rules import renewable_from
from ccus.domain.features.reading import is_open
from ccus.domain.features.terms import Feature


@dataclass(frozen=True, slots=True)
class RenewalShown:
    """更新の時期 of the card in hand. `is_due`: it can be filed today; `is_over`: the card opens nothing any more."""

    expires_on: date
    from_on: date
    is_due: bool
    is_over: bool


def renewal_of(worker: int, *, on: date) -> RenewalShown | None:
    """When the card of a worker can be renewed; None where there is no card or no renewal yet (CARD-30, FEAT-01)."""
    card = card_in_hand(worker, on=on)
    if card is None or not is_open(Feature.RENEWAL, on=on):
        return None
    from_on = renewable_from(card.expires_on)
    return RenewalShown(card.expires_on, from_on, is_due=from_on <= on, is_over=card.is_expired)
