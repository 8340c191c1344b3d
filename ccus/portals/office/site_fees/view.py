"""月締めの一覧."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.site_fees import rules
from ccus.domain.site_fees.reading import closes, open_months
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock


@require_safe
@office_page(Duty.FEES)
def site_fees(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """What is closed, with the days counted anew beside the ledger, and what is closed next."""
    first = open_months(clock.today())[-1:]
    context = {
        "closes": closes(),
        "next": first[0] if first else None,
        "closes_on": rules.closes_on(first[0]) if first else None,
    }
    return framed(request, "office/site_fees/page.html", context, current="fees")
