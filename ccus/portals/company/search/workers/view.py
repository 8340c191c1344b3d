"""技能者の検索."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.searching.actions import Found, search_workers
from ccus.domain.searching.criteria import ALWAYS, OPENED, Criteria, criteria_of, listed, sentences
from ccus.domain.searching.finding import counts
from ccus.domain.searching.policies import left_of
from ccus.domain.searching.rules import counted, page_within
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.search.workers.rows import Row, choice_words, items_of, row_of
from ccus.ui.entry.form import BlockForm
from ccus.ui.entry.sheets import Sheet, blank, filled


@dataclass(frozen=True, slots=True)
class Choice:
    """選択肢 with its number: `query` is the search with it."""

    words: str
    count: str
    query: str


@require_safe
@company_page(Power.EMPLOYEES)
def search_for_workers(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """条件と結果: what is searched for stands in the address, so that pages can be gone back to."""
    names = [field.name for block in (ALWAYS, OPENED) for field in block.fields]
    if not any(request.GET.get(name, "").strip() for name in names):
        return _page(request, seat, blank(ALWAYS, listed), blank(OPENED, listed))
    always, opened = filled(ALWAYS, request.GET.dict(), listed), filled(OPENED, request.GET.dict(), listed)
    if always.faults or opened.faults:
        return _page(request, seat, always, opened)
    criteria, page = criteria_of({**always.values, **opened.values}), page_within(request.GET.get("page", ""))
    try:
        found = search_workers(
            company=own_company(seat.seated), criteria=criteria, page=page, by=seat.actor, at=clock.now()
        )
    except Refusal as refusal:
        refused = always.refused(refusal) if refusal.field else always
        return _page(request, seat, refused, opened, refusal=None if refusal.field else refusal)
    return _page(request, seat, always, opened, results=_results(seat, criteria, found, page))


def _results(seat: SeatMe, criteria: Criteria, found: Found, page: int) -> dict[str, object]:
    return {
        "criteria": criteria,
        "rows": _rows(seat, criteria, found),
        "sentences": list(sentences(criteria)),
        "facets": list(_facets(criteria)) if found.has_more and page == 1 else [],
        "is_cut": found.is_cut,
        "number": page,
        "before": _query(criteria, page - 1) if page > 1 else "",
        "after": _query(criteria, page + 1) if found.has_more and not found.is_cut else "",
        "is_full": found.is_full,
    }


def _rows(seat: SeatMe, criteria: Criteria, found: Found) -> list[Row]:
    """Everybody on the page leaves a row of the search (SEEK-06)."""
    fits = {hit.worker: hit.fits for hit in found.hits}
    seen = workers_as_seen_by(
        seat.actor, list(fits), purpose=Purpose.FOUND, at=clock.now(), items=items_of(criteria)
    )
    return [row_of(one, criteria, fits=fits[one.worker]) for one in seen]


def _facets(criteria: Criteria) -> Iterator[tuple[str, list[Choice]]]:
    """人数 beside the choices that would narrow further (SEEK-04)."""
    for each in counts(criteria, on=clock.today()):
        heading, words = choice_words(each.criterion)
        yield (
            heading,
            [
                Choice(words[code], counted(number), _query(criteria, 1, **{each.criterion: code}))
                for code, number in each.choices
            ],
        )


def _query(criteria: Criteria, page: int, **further: str) -> str:
    query = QueryDict(mutable=True)
    query.update({**criteria.asked(), **further, **({"page": str(page)} if page > 1 else {})})
    return query.urlencode()


def _page(
    request: HttpRequest,
    seat: SeatMe,
    always: Sheet,
    opened: Sheet,
    *,
    results: dict[str, object] | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    always_form, opened_form = always.form, opened.form
    context = {
        "form": BlockForm(ALWAYS, (*always_form, *opened_form), (*always_form.general, *opened_form.general)),
        "always": always_form,
        "opened": opened_form,
        "is_open": opened.is_begun or bool(opened.faults),
        "results": results,
        "refusal": refusal,
        "left": left_of(seat.company, on=clock.today()),
    }
    status = 422 if refusal or always.faults or opened.faults else 200
    return framed(
        request, "company/search/workers/page.html", context, current="search-workers", status=status
    )
