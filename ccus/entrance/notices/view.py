"""本人宛の通知, of every side whose people get them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.notices.actions import mark_read
from ccus.domain.notices.reading import newest
from ccus.entrance.door import notified_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Visitor
from ccus.foundation import clock

PAGE = 30


@require_safe
@notified_page
def notices(request: HttpRequest, who: Visitor) -> HttpResponse:
    """本人宛の通知: newest first, thirty a page."""
    typed = request.GET.get("page", "1")
    page = max(1, int(typed)) if len(typed) < 5 and typed.isascii() and typed.isdecimal() else 1
    found = newest(who.account, limit=PAGE + 1, start=(page - 1) * PAGE)
    context = {
        "side": who.side,
        "reading": f"{who.side}:notices-reading",
        "notices": found[:PAGE],
        "unread": [notice for notice in found[:PAGE] if notice.read_at is None],
        "newer": page - 1,
        "older": page + 1 if len(found) > PAGE else 0,
    }
    return framed(request, "entrance/notices/page.html", context, current="notices")


@require_POST
@notified_page
def notices_reading(request: HttpRequest, who: Visitor) -> HttpResponse:
    """通知を読んだ: those whose numbers the form carries; strangers' numbers change nothing."""
    numbers = [
        int(n) for n in request.POST.getlist("notice") if n.isascii() and n.isdecimal() and len(n) < 19
    ]
    mark_read(account=who.account, notices=numbers[:PAGE], by=who.actor, at=clock.now())
    return redirect(f"{who.side}:notices")
