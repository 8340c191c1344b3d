"""答えた日の一覧."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.work_history.claims.answered import answered_days
from ccus.entrance.asked import key_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.portals.company.approvals.people import people_of
from ccus.portals.company.approvals.wanted import trays_of

PAGE = 50


@require_safe
@company_page(Power.APPROVE_RECORDS)
def approvals_answered(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """答えた日: what was answered or let pass, by whom of the company and when (CLAIM-39)."""
    after = key_of(request.GET.get("after", ""))
    rows, following = answered_days(seat.seated, trays_of(seat), after=after, limit=PAGE)
    people = people_of(seat, [row.worker for row in rows])
    context = {
        "lines": [(row, people.get(row.worker)) for row in rows],
        "after": following,
        "is_first": after is None,
    }
    return framed(request, "company/approvals/answered/page.html", context, current="approvals")
