"""設定の記録 of an own worker."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.changes import changes_of, cursor_in
from ccus.domain.disclosure.people import people_behind
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.employees.staff import own_worker
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock

PAGE = 30


@require_safe
@company_page(Power.EMPLOYEES)
def disclosure_record(request: HttpRequest, seat: SeatMe, number: str) -> HttpResponse:
    """What our company has opened and closed of one own worker, newest first; nobody else's half."""
    today, before = clock.today(), cursor_in(request.GET.get("before", ""))
    worker = own_worker(seat.company, number, on=today)
    if worker is None:
        raise Http404
    changes = changes_of(worker, company=seat.company, before=before, limit=PAGE, today=today)
    last = changes[-1].cursor if len(changes) >= PAGE else None
    more = last is not None and changes_of(worker, company=seat.company, before=last, limit=1, today=today)
    people = people_behind(seat.actor, [worker], purpose=Purpose.EMPLOYEES, at=clock.now())
    context = {
        "person": people[worker],
        "changes": changes,
        "is_first": before is None,
        "older": last if more else None,
    }
    return framed(request, "company/disclosure/record/page.html", context, current="disclosure")
