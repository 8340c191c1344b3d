"""事業者情報."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.policies import valid_until
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.companies.validity import renewable_from
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.portals.company.profile.sheet import blocks_of


@require_safe
@company_page()
def profile(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """事業者情報 as it is registered, how long it is good for, and what may be filed (REG-19, REG-24, REG-27)."""
    today, until = clock.today(), valid_until(seat.company)
    context = {
        "seat": seat,
        "blocks": blocks_of(seat.company, on=today),
        "last_on": until - ONE_DAY if until else None,
        "is_over": until is not None and until <= today,
        "renewable_on": renewable_from(until) if until else None,
        "is_renewable": until is None or renewable_from(until) <= today,
        "may_file": seat.may(Power.COMPANY_DATA),
    }
    return framed(request, "company/profile/page.html", context, current="profile")
