"""見つかった事業者."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.searching.firms import firm_numbered
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock


@require_safe
@company_page()
def found_company(request: HttpRequest, _: SeatMe, number: str) -> HttpResponse:
    """だれにでも見える事業者情報 of one firm."""
    firm = firm_numbered(number, on=clock.today())
    if firm is None:
        raise Http404
    context = {"firm": firm, "today": clock.today()}
    return framed(request, "company/search/company/page.html", context, current="search-companies")
