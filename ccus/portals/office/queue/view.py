"""審査待ちの申請."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.review import take
from ccus.domain.applications.policies import NotNow, TakenByAnother
from ccus.domain.applications.reading.desk import next_free
from ccus.domain.applications.reading.queue import queue as waiting
from ccus.domain.applications.terms import ApplicationKind
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock

PAGE = 50
_TRIES = 5
NOBODY_WAITS = "担当できる申請は、もうありません。"


@require_safe
@office_page(Duty.REVIEW)
def queue(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """審査待ちの一覧: oldest first, fifty a page, without names (OFFICE-03)."""
    kind, after = _kind(request.GET.get("kind", "")), request.GET.get("after")
    found = waiting(kind=kind, after=after, limit=PAGE)
    context = {
        "rows": found.rows,
        "after": found.after,
        "is_first": not after,
        "kind": kind,
        "kinds": list(ApplicationKind),
        "now": clock.now(),
    }
    return framed(request, "office/queue/page.html", context, current="queue")


@require_POST
@office_page(Duty.REVIEW)
def next_case(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """次の申請を審査する: takes the oldest that nobody has in hand; whoever was quicker makes it the one after."""
    kind = _kind(request.POST.get("kind", ""))
    for _ in range(_TRIES):
        now = clock.now()
        number = next_free(kind=kind, at=now)
        if number is None:
            break
        try:
            take(number=number, by=officer.actor, at=now)
        except (TakenByAnother, NotNow):
            continue
        return redirect("office:case", number)
    messages.info(request, NOBODY_WAITS)
    return redirect("office:queue")


def _kind(typed: str) -> ApplicationKind | None:
    return ApplicationKind(typed) if typed in set(ApplicationKind) else None
