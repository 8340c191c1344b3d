"""事業者の検索."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies import options
from ccus.domain.companies.seats import SeatMe
from ccus.domain.searching.firms import FIRMS, FirmCriteria, firm_criteria_of, firms_found
from ccus.domain.searching.rules import PAGES, page_within
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_safe
@company_page()
def search_for_companies(request: HttpRequest, _: SeatMe) -> HttpResponse:
    """条件と結果: of firms everybody may see the same."""
    sheet = filled(FIRMS, request.GET.dict(), options.options)
    if not sheet.is_begun:
        return _page(request, blank(FIRMS, options.options))
    if sheet.faults:
        return _page(request, sheet)
    return _page(request, sheet, _results(firm_criteria_of(sheet.values), request.GET.get("page", "")))


def _results(criteria: FirmCriteria, asked: str) -> dict[str, object]:
    page = page_within(asked)
    firms, are_more = firms_found(criteria, on=clock.today(), page=page)
    return {
        "firms": firms,
        "before": _query(criteria, page - 1) if page > 1 else "",
        "after": _query(criteria, page + 1) if are_more and page < PAGES else "",
        "is_full": are_more and page >= PAGES,
    }


def _query(criteria: FirmCriteria, page: int) -> str:
    return urlencode({**criteria.asked(), **({"page": page} if page > 1 else {})})


def _page(request: HttpRequest, sheet: Sheet, results: dict[str, object] | None = None) -> HttpResponse:
    status = 422 if sheet.faults else 200
    context = {"form": sheet.form, "results": results}
    return framed(
        request, "company/search/companies/page.html", context, current="search-companies", status=status
    )
