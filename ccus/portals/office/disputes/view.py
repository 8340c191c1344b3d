"""申し立て: the list, and one to decide."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.work_history.actions.answers import LONGEST, decide
from ccus.domain.work_history.claim_terms import Ground
from ccus.domain.work_history.claims.disputes import (
    decided_disputes,
    dispute_of,
    disputed_claim,
    disputes_waiting,
    open_disputes,
)
from ccus.domain.workers.terms import Item
from ccus.entrance.asked import count_of, found, key_of
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal

PAGE = 50
DECIDED = 20
_RESULTS = {"for": True, "against": False}


@require_safe
@office_page(Duty.DISPUTES)
def disputes(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """待っている申し立て, what ends first on top, and those decided last; without names."""
    after = key_of(request.GET.get("after", ""))
    rows, following = open_disputes(after=after, limit=PAGE)
    decided = decided_disputes(DECIDED) if after is None else ()
    context = {
        "rows": rows,
        "count": disputes_waiting().count,
        "after": following,
        "is_first": after is None,
        "decided": decided,
        "names": names_of([each.by for each in decided]),
        "now": clock.now(),
    }
    return framed(request, "office/disputes/page.html", context, current="disputes")


@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.DISPUTES)
def dispute(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """一件: the entry, what each side said, the facts around; and the decision (CLAIM-32)."""
    claim = found(disputed_claim(key))
    refusal = None
    if request.method == "POST":
        try:
            _decide(request, officer, key)
        except Refusal as refused:
            refusal = refused
        else:
            messages.success(request, "申し立てを裁定しました。技能者と元請事業者に知らせました。")
            return redirect("office:disputes")
    shown = dispute_of(claim)
    seen = workers_as_seen_by(
        officer.actor,
        [shown.entry.worker],
        purpose=Purpose.DISPUTE,
        reason=f"{date_words(shown.entry.work_on)}の就業についての申し立ての裁定",
        at=clock.now(),
        items=(Item.WORK_HISTORY,),
    )
    context = {
        "dispute": shown,
        "worker": seen[0] if seen else None,
        "grounds": list(Ground),
        "longest": LONGEST,
        "typed": request.POST if refusal else {},
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "office/disputes/one.html", context, current="disputes", status=status)


def _decide(request: HttpRequest, officer: OfficerMe, key: UUID) -> None:
    result, code = request.POST.get("result", ""), count_of(request.POST.get("ground", ""))
    if result not in _RESULTS:
        raise Refusal("結果が選ばれていません。「認める」か「認めない」を選んでください。", "result")
    decide(
        claim=found(disputed_claim(key)),
        is_for=_RESULTS[result],
        ground=Ground(code) if code in set(Ground) else None,
        words=request.POST.get("words", ""),
        by=officer.actor,
        at=clock.now(),
    )
