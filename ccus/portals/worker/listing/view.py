"""就業履歴 › さがす."""

from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from ccus.domain.work_history.reading.listed import choices_of, counted, listed
from ccus.domain.work_history.terms import State
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.worker.listing.asked import STATES, asked_of

PAGE = 20


@require_safe
@worker_page
def listing(request: HttpRequest, me: Me) -> HttpResponse:
    """一覧: newest first; `before` in the address is where the page before ended (guide G14-6)."""
    today, choices = clock.today(), choices_of(me.worker)
    years = range(today.year, (choices.first_on or today).year - 1, -1)
    asked = asked_of(request.GET, choices, years)
    wanted = asked.filter(choices)
    before = _day(request.GET.get("before", ""))
    page = listed(me.worker, wanted, before=before, limit=PAGE)
    context = {
        "today": today,
        "asked": asked,
        "choices": choices,
        "years": years,
        "months": range(1, 13),
        "states": [(value, state.label) for value, state in STATES.items()],
        "found": counted(me.worker, wanted),
        "records": page.records,
        "is_first": before is None,
        "newest": _address(request.GET, None),
        "older": _address(request.GET, page.older_than) if page.older_than else "",
        "unapproved": State.UNAPPROVED,
    }
    return framed(request, "worker/listing/page.html", context, current="history")


def _address(given: QueryDict, before: date | None) -> str:
    """The same filter, behind a day."""
    address = given.copy()
    address.pop("before", None)
    if before is not None:
        address["before"] = before.isoformat()
    return f"?{address.urlencode()}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
