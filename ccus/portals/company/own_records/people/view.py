"""だれの就業日か: the own workers, to choose one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.disclosure.people import people_behind
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.employees.staff import Wanted, staff_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.own_records.own_worker import CURRENT, POWER

PAGE = 50
LONGEST = 60


@require_safe
@company_page(POWER)
def own_records(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """所属技能者, fifty a page, found by name or 技能者ID."""
    words, after = request.GET.get("q", "").strip()[:LONGEST], request.GET.get("after", "")[:14]
    page = staff_of(seat.company, on=clock.today(), wanted=Wanted(words), after=after, limit=PAGE)
    people = people_behind(seat.actor, page.workers, purpose=Purpose.EMPLOYEES, at=clock.now())
    context = {
        "words": words,
        "people": [people[worker] for worker in page.workers],
        "total": page.total,
        "after": page.after,
        "is_first": not after,
    }
    return framed(request, "company/own_records/people/page.html", context, current=CURRENT)
