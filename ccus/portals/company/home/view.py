"""ホーム: what waits for the company, and the way to everything its role opens."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.employees.radar import soon_over
from ccus.domain.notices.reading import newest
from ccus.domain.readiness.overview import readiness_counts
from ccus.domain.sites.reading.sites import SiteShown, sites_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.portals.company.home.waiting import waiting_for

FEW = 5


@require_safe
@company_page()
def home(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """ホーム, quick for any company: what has to be counted comes after the page (`ahead`)."""
    context = {
        "seat": seat,
        "today": clock.today(),
        "waiting": waiting_for(seat, on=clock.today()),
        "sites": _not_over(sites_of(seat.seated, limit=FEW)) if seat.may(Power.VIEW_STRUCTURE) else (),
        "notices": newest(seat.account, limit=3),
        "powers": {power.value: True for power in Power if seat.may(power)},
    }
    return framed(request, "company/home/page.html", context, current="home")


def _not_over(sites: tuple[SiteShown, ...]) -> tuple[SiteShown, ...]:
    """Sites that run or are to come; without any, those that are over."""
    today = clock.today()
    return tuple(site for site in sites if not site.last_day or today <= site.last_day) or sites


@require_safe
@company_page()
def ahead(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """明日の見通し and 期限の近いもの, counted: a part of the home page, or a page of its own without script."""
    now = clock.now()
    tomorrow = clock.today() + ONE_DAY
    may_look = seat.may(Power.VIEW_STRUCTURE)
    context = {
        "tomorrow": tomorrow,
        "counts": readiness_counts(seat.seated, tomorrow, at=now) if may_look else None,
        "soon": soon_over(seat.company, at=now) if seat.may(Power.EMPLOYEES) else None,
    }
    if "HX-Request" in request.headers:
        return render(request, "company/home/ahead.html", context)
    return framed(request, "company/home/counted.html", context, current="home")
