"""二人目の確認の一覧."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.office.reading import ended_proposals, waiting_proposals
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock

PAST = 50


@require_safe
@office_page()
def second(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """What waits for a second officer of the own duties, the oldest first; then what ended (EYES-14)."""
    now = clock.now()
    waiting = waiting_proposals(officer.duties, at=now)
    ended = ended_proposals(officer.duties, at=now, limit=PAST)
    context = {
        "waiting": waiting,
        "ended": ended,
        "me": str(officer.actor),
        "names": names_of([by for each in (*waiting, *ended) for by in (each.by, each.answered_by)]),
    }
    return framed(request, "office/second/page.html", context, current="second")
