"""開示設定 of all own workers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.entrance.door import company_page
from ccus.portals.company.disclosure.all.page import listing


@require_safe
@company_page(Power.EMPLOYEES)
def disclosure(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """所属技能者: our half of everybody, the way to change it, and a list that leads to each (DISC-20)."""
    return listing(request, seat)
