"""マイカードの中身: the card in hand, where it is, what can be done about it, and the cards before."""

from datetime import datetime

from ccus.domain.applications.reading import ApplicationShown, filed_by
from ccus.domain.applications.terms import CLOSED, ApplicationKind
from ccus.domain.cards.addresses import SendTo
from ccus.domain.cards.faces import faces, looks
from ccus.domain.cards.history import CardState, cards_of
from ccus.domain.cards.renewing import renewal_of
from ccus.domain.cards.rules import may_be_defective
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.printing.reading import delivery_of, never_arrived
from ccus.domain.workers import options
from ccus.domain.workers.reading import Me
from ccus.entrance.door import actor
from ccus.foundation.clock import day_of
from ccus.portals.worker.profile.sheet import photo_of


def card_sheet(me: Me, *, at: datetime) -> dict[str, object]:
    """What the page shows; a constant number of statements, however many cards there were (PORTAL-43)."""
    today = day_of(at)
    cards = cards_of(me.worker, on=today)
    current = next((card for card in cards if card.state is not CardState.REVOKED), None)
    delivery = delivery_of(me.worker, today=today)
    under_way = [case for case in filed_by(actor(me)) if case.state not in CLOSED]
    known = looks()
    return {
        "current": current,
        "face": faces([current.id])[current.id] if current else None,
        "photo": photo_of(me, at=at),
        "before": [(card, known[card.colour].label) for card in cards if card is not current],
        "delivery": delivery,
        "send_to_lines": _in_one_line(delivery.send_to) if delivery else "",
        "reissue": _of_kind(under_way, ApplicationKind.REISSUE),
        "renewing": _of_kind(under_way, ApplicationKind.RENEWAL),
        "renewal": renewal_of(me.worker, on=today),
        "price": 0 if never_arrived(me.worker) else price(FeeKind.REISSUE, on=today),
        "may_be_defective": current is not None
        and may_be_defective(issued_on=day_of(current.issued_at), on=today),
        "renewal_price": price(FeeKind.RENEWAL, on=today),
    }


def _of_kind(cases: list[ApplicationShown], kind: ApplicationKind) -> ApplicationShown | None:
    return next((case for case in cases if case.kind is kind), None)


def _in_one_line(send_to: SendTo) -> str:
    """〒105-0001 東京都港区…"""
    prefecture = options.label("prefecture", send_to.prefecture)
    code = f"〒{send_to.postcode[:3]}-{send_to.postcode[3:]}"
    return f"{code} {prefecture}{send_to.town}{send_to.street} {send_to.building}".rstrip()
