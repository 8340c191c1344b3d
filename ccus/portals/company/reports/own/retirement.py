"""建退共 就労日一覧 of the own workers who have a 被共済者番号 (REPORT-08, PROOF-11)."""

from collections.abc import Iterator, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.documents.kentaikyo import AidReport, AidWorker, Method, kentaikyo_pdf, kentaikyo_xlsx
from ccus.domain.companies.registered import company_facts
from ccus.domain.companies.seats import SeatMe
from ccus.domain.disclosure.people import NAMES, name_of
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.work_history.month_matrix import WorkerMonth, own_matrix
from ccus.domain.work_history.month_reports import days_of_own
from ccus.domain.work_history.terms import COUNTED_STATES
from ccus.domain.workers.terms import Item
from ccus.entrance.attached import attached
from ccus.entrance.door import company_page
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.portals.company.reports.asked import month_asked
from ccus.portals.company.reports.own.view import POWER

MAKERS = {"pdf": kentaikyo_pdf, "xlsx": kentaikyo_xlsx}
_ITEMS = NAMES | {Item.INSURANCE, Item.WORK_HISTORY}


@require_safe
@company_page(POWER)
@short_lived
def report_retirement(request: HttpRequest, seat: SeatMe, month: str, kind: str) -> HttpResponse:
    """就労日一覧 as Excel or PDF; `?method=` how it is paid."""
    asked, method = month_asked(month), request.GET.get("method", "")
    if kind not in MAKERS:
        raise Http404
    firms = own_matrix(seat.company_name, seat.company_number, days_of_own(seat.company, asked))
    report = AidReport(
        firm=seat.company_name,
        firm_number=seat.company_number,
        contractor_number=_contract(seat),
        month=asked,
        method=Method(method) if method in {*Method} else Method.STAMPS,
        workers=list(_members(seat, [worker for firm in firms for worker in firm.workers])),
        made_at=clock.now(),
    )
    name, plain = f"建退共就労日一覧_{asked:%Y%m}", f"kentaikyo-{asked:%Y%m}"
    return attached(MAKERS[kind](report), kind, name=name, plain=plain)


def _members(seat: SeatMe, months: Sequence[WorkerMonth]) -> Iterator[AidWorker]:
    seen = workers_as_seen_by(
        seat.actor,
        [month.worker for month in months],
        purpose=Purpose.MONTH_REPORT,
        at=clock.now(),
        items=_ITEMS,
    )
    states = {month.worker: month.states for month in months}
    for one in seen:
        if number := _number(one):
            days = (on for on, state in states[one.worker].items() if state in COUNTED_STATES)
            yield AidWorker(name_of(one), one.kana, one.number, number, frozenset(days))


def _number(seen: WorkerSeen) -> str:
    rows = seen.shown.get("retirement", ())
    return str(rows[0].values.get("kentaikyo_number") or "") if rows else ""


def _contract(seat: SeatMe) -> str:
    """共済契約者番号 of the firm; empty where none is registered."""
    rows = company_facts(seat.company, on=clock.today())["retirement"]
    return str(rows[0].values.get("kentaikyo_number") or "") if rows else ""
