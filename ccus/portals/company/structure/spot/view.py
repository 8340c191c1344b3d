"""一つの場所の画面: the firm, who is below it, and every act that the account may do there."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.links import cancel_link, make_link
from ccus.domain.sites.actions.structure_patterns import use_structure_pattern
from ccus.domain.sites.reading.structure_of_firm import link_row, open_links, pattern_row, patterns_of
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.structure.forms import USE
from ccus.portals.company.structure.site.drawing import tier_words
from ccus.portals.company.structure.site.listing import TONES
from ccus.portals.company.structure.spot.asks import Faulty, asks, pattern_options
from ccus.portals.company.structure.spot.doing import DOING, Back
from ccus.portals.company.structure.spot.opened import Opened, opened
from ccus.ui.entry.sheets import filled
from ccus.ui.qr import qr_code


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def structure_spot(request: HttpRequest, seat: SeatMe, site: str, key: UUID) -> HttpResponse:
    """場所."""
    return _page(request, seat, opened(seat, site, key))


@require_POST
@company_page(Power.STRUCTURE)
def structure_act(request: HttpRequest, seat: SeatMe, site: str, key: UUID, act: str) -> HttpResponse:
    """場所でできることの一つ: validated, done, and back to where it shows."""
    doing, place = DOING.get(act), opened(seat, site, key)
    if doing is None:
        raise Http404
    sheet = filled(doing.block, request.POST, prefix=f"{act}-")
    if sheet.faults:
        return _page(request, seat, place, (act, sheet))
    try:
        doing.run(place.row, sheet, seat.actor, clock.now())
    except Refusal as refusal:
        return _page(request, seat, place, (act, sheet.refused(refusal)))
    messages.success(request, doing.done)
    return redirect(_after(doing.back, site, key))


@require_POST
@company_page(Power.STRUCTURE)
def structure_link(
    request: HttpRequest, seat: SeatMe, site: str, key: UUID, *, is_claim: bool
) -> HttpResponse:
    """リンクを作る: the answer itself shows the address, once, so it leads to no other page (SITE-20)."""
    place = opened(seat, site, key)
    upper, stand_in = (found(place.row.parent), place.row) if is_claim else (place.row, None)
    try:
        made = make_link(upper=upper, stand_in=stand_in, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, place, refusal=refusal)
    address = settings.PUBLIC_URL.rstrip("/") + reverse("public:invitation", args=[made.token])
    context = {
        "place": place,
        "link": made.link,
        "address": address,
        "qr": qr_code(address),
        "is_claim": is_claim,
        "mail_subject": f"施工体制への参加のお願い（{place.site.name}）",
        "mail_text": f"{place.site.name}の施工体制に参加してください。\n次のアドレスを開いてください。\n{address}\n",
    }
    return framed(request, "company/structure/spot/made.html", context, current="structure")


@require_POST
@company_page(Power.STRUCTURE)
def structure_link_end(request: HttpRequest, seat: SeatMe, site: str, key: UUID, link: UUID) -> HttpResponse:
    """リンクの取り消し."""
    place = opened(seat, site, key)
    row = found(link_row(link))
    if row.upper_id != place.spot.member:
        raise Http404
    try:
        cancel_link(link=row, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, place, refusal=refusal)
    messages.success(request, "リンクを取り消しました。")
    return redirect("company:structure-spot", site, key)


@require_POST
@company_page(Power.STRUCTURE)
def structure_use(request: HttpRequest, seat: SeatMe, site: str, key: UUID) -> HttpResponse:
    """パターンを使う: the answer says what was done, what was not, and why."""
    place = opened(seat, site, key)
    sheet = filled(USE, request.POST, pattern_options(patterns_of(seat.company)), prefix="use-")
    if sheet.faults:
        return _page(request, seat, place, ("use", sheet))
    pattern = found(pattern_row(seat.company, UUID(sheet.text("pattern"))))
    try:
        used = use_structure_pattern(pattern=pattern, upper=place.row, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, place, ("use", sheet.refused(refusal)))
    context = {"place": place, "used": used, "pattern": pattern}
    return framed(request, "company/structure/spot/used.html", context, current="structure")


def _after(back: Back, site: str, key: UUID) -> str:
    match back:
        case Back.SPOT:
            return reverse("company:structure-spot", args=[site, key])
        case Back.SITE:
            return reverse("company:structure-site", args=[site])
        case Back.OVERVIEW:
            return reverse("company:structure")


def _page(
    request: HttpRequest, seat: SeatMe, place: Opened, faulty: Faulty = None, refusal: Refusal | None = None
) -> HttpResponse:
    patterns = patterns_of(seat.company) if place.is_here else ()
    below = place.tree.below(place.spot)
    context = {
        "place": place,
        "site": place.site,
        "spot": place.spot,
        "tier": tier_words(place.spot.tier),
        "tone": TONES[place.spot.state],
        "upper": place.tree.above(place.spot),
        "is_ours": any(place.tree.by_member[member].company == seat.company for member in place.spot.path),
        "below": [(spot, TONES[spot.state]) for spot in below],
        "links": open_links(place.spot.member) if place.is_here else (),
        "asks": asks(place, patterns, faulty),
        "form": faulty[1].form if faulty else None,
        "refusal": refusal,
        "is_proxied": place.is_here and place.spot.company not in {None, seat.company},
    }
    status = 422 if faulty or refusal else 200
    return framed(request, "company/structure/spot/page.html", context, current="structure", status=status)
