"""申請番号確認."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from ccus.documents.receipt import Receipt, ReceiptFee, receipt
from ccus.domain.applications.applicants import applicant_of
from ccus.domain.applications.reading import ApplicationShown
from ccus.domain.applications.reading.entrusted import payer_of
from ccus.domain.applications.terms import State
from ccus.domain.proxies.reading.banner import banner_of
from ccus.domain.workers.reading import profile_of
from ccus.entrance.acting.door import filing_page
from ccus.entrance.attached import attached
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.entrance.who import Filer
from ccus.foundation import clock
from ccus.foundation.japanese import date_words
from ccus.portals.filing.application.way import submitted_at, way_of
from ccus.portals.filing.filed.view import submitted
from ccus.portals.filing.received.told import told
from ccus.portals.filing.sheet.loading import case_of, sheet_of


@require_safe
@filing_page
def received(request: HttpRequest, filer: Filer, number: str) -> HttpResponse:
    """申請番号確認: after submitting, and whenever the number is needed again."""
    case = case_of(filer, number)
    if submitted_at(case) is None:
        return redirect("filing:application", number)
    applicant = applicant_of(filer.account)
    context = {
        "case": case,
        "way": way_of(case),
        "payer": payer_of(case),
        "submitted_at": submitted_at(case),
        "mail": applicant.mail if applicant else "",
        "next_steps": _next_steps(case),
    }
    return framed(request, "filing/received/page.html", context, current="filing:home")


@require_safe
@filing_page
@short_lived
def receipt_pdf(request: HttpRequest, filer: Filer, number: str) -> HttpResponse:
    """申請番号の控え as PDF."""
    sheet = submitted(sheet_of(filer, number))
    case, at = sheet.case, submitted_at(sheet.case)
    if at is None:
        return redirect("filing:application", number)
    charge = case.charge
    paper = receipt(
        Receipt(
            case.number,
            case.kind.label,
            _name(filer, case),
            at,
            tuple((section.block.label, told(section)) for section in sheet.sections if section.rows),
            ReceiptFee(charge.kind.label, charge.amount, charge.due_on, charge.paid_on) if charge else None,
            _next_steps(case),
        )
    )
    return attached(paper, "pdf", name=f"申請番号の控え_{case.number}", plain=f"shinsei-{case.number}")


def _name(filer: Filer, case: ApplicationShown) -> str:
    if case.company_name and not case.kind.is_first:
        return case.company_name
    if filer.actor.client is not None:
        return banner_of(filer.actor, at=clock.now()).name
    if filer.worker is not None:
        return profile_of(filer.worker, on=clock.today()).name.official
    applicant = applicant_of(filer.account)
    return applicant.name if applicant else ""


def _next_steps(case: ApplicationShown) -> tuple[str, ...]:
    """What happens next, a sentence each."""
    if case.state is State.FEE_DUE and case.charge is not None:
        return (
            f"{date_words(case.charge.due_on)}までに、料金{case.charge.amount:,}円をお支払いください。",
            "お支払いの案内にある方法で、申請番号を書きそえてください。",
            "お支払いが確認できると、審査に進みます。お知らせが届きます。",
            "審査で直すところが見つかったときは、どこをどう直すかをお知らせします。",
        )
    if case.closed_at is None:
        return (
            "これから窓口が、内容と書類を確かめます。",
            "直すところが見つかったときは、どこをどう直すかをお知らせします。",
            "審査が終わると、お知らせが届きます。進み方は、この申請の画面でいつでも見られます。",
        )
    return (f"この申請は「{case.state.label}」で終わっています。",)
