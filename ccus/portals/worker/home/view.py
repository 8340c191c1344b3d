"""技能者ポータル."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from ccus.domain.cards.faces import face_of
from ccus.domain.cards.reading import card_in_hand
from ccus.domain.notices.reading import newest
from ccus.domain.work_history.reading import latest_days, month_of, sites_of, totals
from ccus.domain.workers.reading import Me, profile_of
from ccus.domain.workers.same_person import merged_into
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.worker.first_steps.steps import first_steps
from ccus.portals.worker.history.calendar import WEEKDAYS, weeks_of
from ccus.portals.worker.home.next_step import next_steps
from ccus.portals.worker.home.stamp import stamp_of
from ccus.portals.worker.profile.sheet import photo_of

LATEST, NOTICES = 5, 4


@require_safe
@worker_page
def home(request: HttpRequest, me: Me) -> HttpResponse:
    """技能者ポータル画面 (guide G08-1 to G09-1)."""
    return framed(request, "worker/home/page.html", panels(me), current="home")


def panels(me: Me) -> dict[str, object]:
    """What the page shows; a constant number of statements, whatever the history (PORTAL-03)."""
    today, main = clock.today(), merged_into(me.worker)
    month = month_of(me.worker, today)
    card = card_in_hand(me.worker, on=today)
    return {
        "stamp": stamp_of(me, today),
        "today": today,
        "next_steps": next_steps(me, at=clock.now()),
        "first_steps": () if main else first_steps(me.worker),
        "merged_into": main,
        "profile": profile_of(me.worker, on=today),
        "photo": photo_of(me, at=clock.now()),
        "card": card,
        "face": face_of(card.card) if card else None,
        "month": month,
        "day": month.day(today),
        "weeks": weeks_of(month, today),
        "weekdays": WEEKDAYS,
        "month_url": reverse("worker:history-month", args=[today]),
        "totals": totals(me.worker),
        "latest": latest_days(me.worker, until=today, limit=LATEST),
        "sites": sites_of(me.worker, today=today),
        "notices": newest(me.account, limit=NOTICES),
    }
