"""カードの配達の一件: a card that was posted, or that came back (PRINT-08, PRINT-09)."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from ccus.domain.printing.reading import delivery_of
from ccus.domain.printing.terms import DeliveryState
from ccus.domain.workers.reading import Me
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.portals.worker.matters import Matter, Urgency


def delivery(me: Me, at: datetime) -> Iterator[Matter]:
    """Only where the worker can say something: that it arrived, that it did not, where it shall go."""
    shown = delivery_of(me.worker, today=day_of(at))
    page = reverse("worker:card")
    if shown is not None and shown.state is DeliveryState.CAME_BACK:
        text = "送り先を確かめてください。もう一度送ります。"
        yield Matter(Urgency.ASKED, "card", "カードが戻ってきました", text, page)
    elif shown is not None and shown.state is DeliveryState.POSTED and shown.posted_on:
        title = "カードは届きましたか" if shown.is_overdue else "カードが届いたら、知らせてください"
        text = f"{date_words(shown.posted_on)}に、郵便で送りました。"
        yield Matter(Urgency.ASKED if shown.is_overdue else Urgency.GOOD, "card", title, text, page)
