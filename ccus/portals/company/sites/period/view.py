"""就業履歴蓄積期間の変更: what it does is shown first (SITE-04)."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.registration import change_period
from ccus.domain.sites.blocks import PERIOD
from ccus.domain.sites.reading.sites import SiteShown, site_row
from ccus.domain.work_history.site_days import TapDays, tap_days
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.refusals import Refusal
from ccus.portals.company.sites.reached import seen_site
from ccus.ui.entry.sheets import Sheet, blank, filled


@dataclass(frozen=True, slots=True)
class Part:
    """変わる日: days that come in or fall out; `last` None: no end in sight."""

    from_on: date
    last: date | None
    taps: TapDays


@require_http_methods(["GET", "POST"])
@company_page(Power.EDIT_SITE)
def site_period(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """期間を変える: typed, looked at, then done."""
    row, shown = found(site_row(seat.actor, site)), seen_site(seat, site)
    if request.method == "GET":
        last = shown.last_day.isoformat() if shown.last_day else ""
        return _page(
            request, shown, blank(PERIOD, raw={"from_on": shown.period_from.isoformat(), "until_on": last})
        )
    sheet = filled(PERIOD, request.POST)
    from_on, last_on = sheet.day("from_on"), sheet.day("until_on")
    if sheet.faults or from_on is None or "edit" in request.POST:
        return _page(request, shown, sheet)
    until_on = last_on + ONE_DAY if last_on else None
    if "change" not in request.POST:
        return _preview(request, shown, sheet, Period(from_on, until_on))
    try:
        change_period(site=row, from_on=from_on, until_on=until_on, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, shown, sheet.refused(refusal))
    messages.success(request, "就業履歴蓄積期間を変えました。")
    return redirect("company:site", site)


def _preview(request: HttpRequest, shown: SiteShown, sheet: Sheet, new: Period) -> HttpResponse:
    old = Period(shown.period_from, shown.period_until)
    context = {
        "site": shown,
        "sheet": sheet,
        "from_on": new.from_on,
        "last_on": sheet.day("until_on"),
        "coming": [_part(shown.place, part) for part in new.without(old)],
        "falling": [_part(shown.place, part) for part in old.without(new)],
    }
    return framed(request, "company/sites/period/preview.html", context, current="sites")


def _part(place: int, part: Period) -> Part:
    return Part(part.from_on, part.until_on - ONE_DAY if part.until_on else None, tap_days(place, part))


def _page(request: HttpRequest, shown: SiteShown, sheet: Sheet) -> HttpResponse:
    context = {
        "site": shown,
        "form": sheet.form,
        "title": "就業履歴蓄積期間を変える",
        "press": "何が変わるかを見る",
    }
    status = 422 if sheet.faults else 200
    return framed(request, "company/sites/sheet.html", context, current="sites", status=status)
