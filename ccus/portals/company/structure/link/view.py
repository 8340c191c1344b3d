"""受け取ったリンク: a signed-in firm joins the site, or takes the place of its stand-in (SITE-20)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.links import accept_link
from ccus.domain.sites.reading.invitation import OpenedLink, opened_link
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal


@require_http_methods(["GET", "POST"])
@company_page(Power.STRUCTURE)
def structure_join(request: HttpRequest, seat: SeatMe, token: str) -> HttpResponse:
    """リンクからの参加: who invites to which site is read once more, then agreed to."""
    link = found(opened_link(token))
    if request.method == "GET":
        return _page(request, seat, link)
    try:
        member = accept_link(token=token, company=own_company(seat.seated), by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, link, refusal)
    messages.success(request, "施工体制に参加しました。次は、作業員名簿に技能者をのせてください。")
    return redirect("company:structure-spot", member.site.number, member.key)


def _page(
    request: HttpRequest, seat: SeatMe, link: OpenedLink, refusal: Refusal | None = None
) -> HttpResponse:
    context = {"link": link, "seat": seat, "refusal": refusal}
    status = 422 if refusal else 200
    return framed(request, "company/structure/link/page.html", context, current="structure", status=status)
