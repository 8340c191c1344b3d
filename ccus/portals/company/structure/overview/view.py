"""施工体制: requests that wait for the firm, and the sites at which it stands (SITE-05, SITE-19)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.links import cancel_link
from ccus.domain.sites.actions.stand_ins import claim_stand_in
from ccus.domain.sites.reading.sites import sites_of
from ccus.domain.sites.reading.structure_of_firm import link_row, namings_of, spots_of
from ccus.domain.sites.terms import SpotState
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.structure.site.drawing import tier_words
from ccus.portals.company.structure.site.listing import TONES

_MOST = 200


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def structure(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """要請・参加している現場, and the sites of which the firm is the prime."""
    return _page(request, seat)


@require_POST
@company_page(Power.STRUCTURE)
def structure_claim(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """引き受ける: the firm takes the place of its stand-in."""
    link = found(link_row(key))
    if link.company_id != seat.company:
        raise Http404
    try:
        claim_stand_in(link=link, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, refusal)
    messages.success(request, "引き受けました。この下の技能者の連結待ちの日が、正式になります。")
    return redirect("company:structure-site", link.upper.site.number)


@require_POST
@company_page(Power.STRUCTURE)
def structure_decline(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """引き受けない: it was another firm that was meant."""
    link = found(link_row(key))
    if link.company_id != seat.company:
        raise Http404
    try:
        cancel_link(link=link, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, refusal)
    messages.success(request, "引き受けないことにしました。")
    return redirect("company:structure")


def _page(request: HttpRequest, seat: SeatMe, refusal: Refusal | None = None) -> HttpResponse:
    spots = [
        (spot, TONES[spot.state], tier_words(spot.tier))
        for spot in spots_of(seat.company, seat.seated, limit=_MOST)
    ]
    context = {
        "namings": namings_of(seat.company),
        "waiting": [row for row in spots if row[0].state is SpotState.WAITING],
        "standing": [row for row in spots if row[0].state is not SpotState.WAITING],
        "own_sites": sites_of(seat.seated, limit=_MOST),
        "today": clock.today(),
        "may_act": seat.may(Power.STRUCTURE),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(
        request, "company/structure/overview/page.html", context, current="structure", status=status
    )
