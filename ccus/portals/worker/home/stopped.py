"""止まっているカードの一件 (PORTAL-44, CARD-20)."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from ccus.domain.applications.reading import filed_by
from ccus.domain.applications.terms import CLOSED, ApplicationKind, State
from ccus.domain.cards.reading import card_in_hand
from ccus.domain.workers.reading import Me
from ccus.entrance.door import actor
from ccus.foundation.clock import day_of
from ccus.portals.worker.matters import Matter, Urgency

TEXT = "カードリーダーで使えません。見つかったか、新しいカードがいるかを、知らせてください。"
_NOT_WAITING = CLOSED | {State.DRAFT}


def stopped(me: Me, at: datetime) -> Iterator[Matter]:
    """A lost card, until it is found or another one is asked for."""
    card = card_in_hand(me.worker, on=day_of(at))
    if card is None or not card.is_lost:
        return
    kinds = {case.kind for case in filed_by(actor(me)) if case.state not in _NOT_WAITING}
    if ApplicationKind.REISSUE not in kinds:
        yield Matter(Urgency.ALARM, "stop", "カードが止まっています", TEXT, reverse("worker:card"))
