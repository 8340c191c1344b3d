"""カードの更新の一件 (CARD-30)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse

from ccus.domain.cards.renewing import renewal_of
from ccus.domain.workers.reading import Me
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.portals.worker.matters import Matter, Urgency

_NEAR = timedelta(days=30)


def renewal(me: Me, at: datetime) -> Iterator[Matter]:
    """From six months before the 有効期限; nearer, it comes before what is only good to do."""
    today = day_of(at)
    due = renewal_of(me.worker, on=today)
    if due is None or not due.is_due:
        return
    is_near = due.expires_on - today <= _NEAR
    text = (
        f"有効期限（{date_words(due.expires_on)}）を過ぎています。新しいカードが発行されるまで、現場で使えません。"
        if due.is_over
        else f"有効期限は{date_words(due.expires_on)}です。新しいカードが発行されるまで、今のカードを使えます。"
    )
    title = "カードの更新を申請してください" if due.is_over else "カードの更新を申請できます"
    urgency = Urgency.ALARM if due.is_over else Urgency.NEAR if is_near else Urgency.GOOD
    yield Matter(urgency, "card", title, text, reverse("filing:home"))
