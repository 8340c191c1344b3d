"""事業者の検索."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies import options
from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.searching.actions import search_firms
from ccus.domain.searching.firms import FIRMS, FirmCriteria, firm_criteria_of
from ccus.domain.searching.policies import left_of
from ccus.domain.searching.rules import PAGES, page_within
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_safe
@company_page()
def search_for_companies(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """条件と結果: of firms everybody may see the same."""
    sheet = filled(FIRMS, request.GET.dict(), options.options)
    if not sheet.is_begun:
        return _page(request, seat, blank(FIRMS, options.options))
    if sheet.faults:
        return _page(request, seat, sheet)
    try:
        results = _results(seat, firm_criteria_of(sheet.values), request.GET.get("page", ""))
    except Refusal as refusal:
        return _page(request, seat, sheet, refusal=refusal)
    return _page(request, seat, sheet, results)


def _results(seat: SeatMe, criteria: FirmCriteria, asked: str) -> dict[str, object]:
    page = page_within(asked)
    firms, are_more = search_firms(
        company=own_company(seat.seated), criteria=criteria, page=page, by=seat.actor, at=clock.now()
    )
    return {
        "firms": firms,
        "before": _query(criteria, page - 1) if page > 1 else "",
        "after": _query(criteria, page + 1) if are_more and page < PAGES else "",
        "is_full": are_more and page >= PAGES,
    }


def _query(criteria: FirmCriteria, page: int) -> str:
    return urlencode({**criteria.asked(), **({"page": page} if page > 1 else {})})


def _page(
    request: HttpRequest,
    seat: SeatMe,
    sheet: Sheet,
    results: dict[str, object] | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    status = 422 if refusal or sheet.faults else 200
    left = left_of(seat.company, on=clock.today())
    context = {"form": sheet.form, "results": results, "refusal": refusal, "left": left}
    return framed(
        request, "company/search/companies/page.html", context, current="search-companies", status=status
    )
