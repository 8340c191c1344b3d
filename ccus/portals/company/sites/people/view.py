"""現場の担当: accounts of the own company that manage or view a site (SITE-17)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.posts import end_post, give_post
from ccus.domain.sites.blocks import POST
from ccus.domain.sites.options import options
from ccus.domain.sites.reading.choices import people_for
from ccus.domain.sites.reading.parts import posts_of
from ccus.domain.sites.reading.sites import related_row
from ccus.domain.sites.terms import Post
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.options import Option
from ccus.foundation.refusals import Refusal
from ccus.portals.company.sites.reached import seen_site
from ccus.ui.entry.choices import Options
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_http_methods(["GET", "POST"])
@company_page(Power.ORGANISATION)
def site_people(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """担当を決める, also as a firm of the structure for the own accounts."""
    row, choices = found(related_row(seat.actor, site, Power.ORGANISATION)), _choices(seat)
    if request.method == "GET":
        return _page(request, seat, site, _fresh(choices))
    sheet = filled(POST, request.POST, choices)
    from_on = sheet.day("from_on")
    if sheet.faults or from_on is None:
        return _page(request, seat, site, sheet)
    login_id, post = sheet.text("seat"), Post(sheet.text("post"))
    try:
        give_post(site=row, seat=login_id, post=post, from_on=from_on, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, site, sheet.refused(refusal))
    messages.success(request, "担当を決めました。")
    return redirect("company:site-people", site)


@require_POST
@company_page(Power.ORGANISATION)
def site_post_end(request: HttpRequest, seat: SeatMe, site: str, login_id: str) -> HttpResponse:
    """担当を終える, from today."""
    row = found(related_row(seat.actor, site, Power.ORGANISATION))
    try:
        end_post(site=row, seat=login_id, until_on=clock.today(), by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, site, _fresh(_choices(seat)), refusal)
    messages.success(request, "担当を終えました。")
    return redirect("company:site-people", site)


def _choices(seat: SeatMe) -> Options:
    people = people_for(seat.seated)

    def choices(name: str) -> tuple[Option, ...]:
        return people if name == "seat" else options(name)

    return choices


def _fresh(choices: Options) -> Sheet:
    return blank(POST, choices, raw={"from_on": clock.today().isoformat(), "post": Post.MANAGER})


def _page(
    request: HttpRequest, seat: SeatMe, site: str, sheet: Sheet, refusal: Refusal | None = None
) -> HttpResponse:
    shown = seen_site(seat, site)
    context = {
        "site": shown,
        "posts": posts_of(shown.place, seat.company),
        "form": sheet.form,
        "refusal": refusal,
    }
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "company/sites/people/page.html", context, current="sites", status=status)
