"""施工体制パターン (SITE-22)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.structure_patterns import remove_structure_pattern
from ccus.domain.sites.reading.structure_of_firm import pattern_row, patterns_of
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal


@require_safe
@company_page(Power.STRUCTURE)
def structure_patterns(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """パターンの一覧; they are saved and used at a spot."""
    return _page(request, seat)


@require_POST
@company_page(Power.STRUCTURE)
def structure_pattern_removal(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """パターンの削除."""
    pattern = found(pattern_row(seat.company, key))
    try:
        remove_structure_pattern(pattern=pattern, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, refusal)
    messages.success(request, f"パターン「{pattern.name}」を削除しました。")
    return redirect("company:structure-patterns")


def _page(request: HttpRequest, seat: SeatMe, refusal: Refusal | None = None) -> HttpResponse:
    context = {"patterns": patterns_of(seat.company), "refusal": refusal}
    status = 422 if refusal else 200
    return framed(
        request, "company/structure/patterns/page.html", context, current="structure", status=status
    )
