"""マイカードの中身: the card in hand, where it is, what can be done about it, and the cards before."""

from datetime import datetime

from ccus.domain.applications.reading import ApplicationShown, filed_by
from ccus.domain.applications.terms import CLOSED, ApplicationKind
from ccus.domain.cards.faces import faces
from ccus.domain.cards.history import CardState, cards_of
from ccus.domain.features.reading import is_open
from ccus.domain.features.terms import Feature
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.printing.reading import delivery_of, never_arrived
from ccus.domain.workers.reading import Me
from ccus.entrance.door import actor
from ccus.foundation.clock import day_of
from ccus.portals.worker.profile.sheet import photo_of


def card_sheet(me: Me, *, at: datetime) -> dict[str, object]:
    """What the page shows; a constant number of statements, however many cards there were."""
    today = day_of(at)
    cards = cards_of(me.worker, on=today)
    current = next((card for card in cards if card.state is not CardState.REVOKED), None)
    before = [card for card in cards if card is not current]
    drawn = faces([card.id for card in cards])
    open_cases = [case for case in filed_by(actor(me)) if case.state not in CLOSED]
    return {
        "today": today,
        "current": current,
        "face": drawn[current.id] if current else None,
        "photo": photo_of(me, at=at),
        "before": [(card, drawn[card.id].look.label) for card in before],
        "delivery": delivery_of(me.worker, today=today),
        "reissue": _of_kind(open_cases, ApplicationKind.REISSUE),
        "renewal": _of_kind(open_cases, ApplicationKind.RENEWAL),
        "price": 0 if never_arrived(me.worker) else price(FeeKind.REISSUE, on=today),
        "renewal_price": price(FeeKind.RENEWAL, on=today),
        "can_renew": is_open(Feature.RENEWAL, on=today),
    }


def _of_kind(cases: list[ApplicationShown], kind: ApplicationKind) -> ApplicationShown | None:
    return next((case for case in cases if case.kind is kind), None)
