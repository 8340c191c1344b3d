"""入力した日の状況: what the firm entered for its workers, whose turn it is (CLAIM-05, CLAIM-11)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.disclosure.people import people_behind
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import ClaimState
from ccus.domain.work_history.claims.filters import Shown
from ccus.domain.work_history.claims.firm_claims import claim_by, claims_by
from ccus.entrance.asked import found, key_of
from ccus.entrance.door import company_page
from ccus.entrance.entering.shown import row_of
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.own_records.own_worker import CURRENT, POWER

PAGE = 50
FILTERS = tuple(shown for shown in Shown if shown is not Shown.MINE)


@require_safe
@company_page(POWER)
def own_record_claims(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """The list, latest day first, fifty a page."""
    asked, after = request.GET.get("show", ""), key_of(request.GET.get("after", ""))
    shown = Shown(asked) if asked in {*FILTERS} else Shown.ALL
    rows = claims_by(seat.company, shown=shown, after=after, limit=PAGE + 1)
    workers = [row.worker for row in rows[:PAGE]]
    people = people_behind(seat.actor, workers, purpose=Purpose.EMPLOYEES, at=clock.now())
    context = {
        "shown": shown,
        "filters": FILTERS,
        "rows": [(row_of(row.claim, is_workers=False), people[row.worker]) for row in rows[:PAGE]],
        "after": rows[PAGE - 1].claim.key if len(rows) > PAGE else None,
        "is_first": after is None,
    }
    return framed(request, "company/own_records/claims/page.html", context, current=CURRENT)


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(POWER)
def own_record_claim(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """One of them: who was asked and what they answered; withdrawn as long as nobody has decided."""
    row, ours = found(claim_by(seat.company, key))
    refused = None
    if request.method == "POST":
        try:
            withdraw(claim=row, by=seat.actor, at=clock.now())
            messages.success(request, "取り下げました。")
            return redirect("company:own-record-claims")
        except Refusal as refusal:
            refused = refusal
    people = people_behind(seat.actor, [ours.worker], purpose=Purpose.EMPLOYEES, at=clock.now())
    context = {
        "row": row_of(ours.claim, is_workers=False),
        "claim": ours.claim,
        "whose": people[ours.worker],
        "may_withdraw": ours.claim.state is ClaimState.WAITING,
        "refusal": refused,
    }
    status = 422 if refused else 200
    return framed(request, "company/own_records/claims/one.html", context, current=CURRENT, status=status)
