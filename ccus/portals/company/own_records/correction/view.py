"""就業内容の変更 of one day of an own worker, by the employer (CLAIM-21 to CLAIM-23)."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.sites.reading.consents import worker_numbered
from ccus.domain.work_history.actions.corrections import correct_day
from ccus.domain.work_history.claims.blocks import CORRECTION_BY_FIRM
from ccus.domain.work_history.claims.correction_reading import (
    DayToCorrect,
    day_to_correct,
    require_correctable,
)
from ccus.domain.work_history.claims.entry_form import choices_for, work_chosen
from ccus.domain.work_history.month_reports import days_of_own
from ccus.entrance.asked import found
from ccus.entrance.door import company_page
from ccus.entrance.entering.ticks import day_in
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.portals.company.own_records.own_worker import CURRENT, POWER, OwnWorker, worker_asked
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(POWER)
def own_record_correction(
    request: HttpRequest, seat: SeatMe, number: str, site: str, day: str
) -> HttpResponse:
    """修正する: trade, position, content of one day at a registered site, under this firm."""
    whose, on = worker_asked(seat, number), found(day_in(day))
    what = found(_own_day(seat, whose, site, on))
    options = choices_for(whose.worker, place=what.place, from_on=on, until_on=on + ONE_DAY)
    try:
        require_correctable(found(worker_numbered(number)), what, at=clock.now())
    except Refusal as refusal:
        return _page(request, whose, what, None, refusal)
    if request.method != "POST":
        return _page(request, whose, what, blank(CORRECTION_BY_FIRM, options, raw=what.raw))
    sheet = filled(CORRECTION_BY_FIRM, request.POST, options)
    try:
        if not sheet.faults:
            _correct(seat, whose, what, sheet)
            messages.success(
                request,
                f"変更を入力しました。元請事業者の{what.prime_name}に承認を求め、本人に知らせました。",
            )
            return redirect("company:own-record-claims")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, whose, what, sheet)


def _own_day(seat: SeatMe, whose: OwnWorker, site: str, on: date) -> DayToCorrect | None:
    """The day, if it is one under this firm (D-08)."""
    days = days_of_own(seat.company, on.replace(day=1), worker=whose.worker)
    is_own = any(day.on == on and day.site_number == site for day in days)
    return day_to_correct(whose.worker, site, on) if is_own else None


def _correct(seat: SeatMe, whose: OwnWorker, day: DayToCorrect, sheet: Sheet) -> None:
    trade, position = work_chosen(sheet.values)
    correct_day(
        worker=found(worker_numbered(whose.number)),
        place=day.place,
        on=day.on,
        trade=trade,
        position=position,
        work_content=sheet.text("work_content"),
        remark=sheet.text("remark"),
        by=seat.actor,
        at=clock.now(),
    )


def _page(
    request: HttpRequest,
    whose: OwnWorker,
    day: DayToCorrect,
    sheet: Sheet | None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    form = sheet.form if sheet else None
    context = {"whose": whose, "day": day, "form": form, "refusal": refusal}
    is_wrong = sheet is not None and bool(sheet.faults)
    status = 422 if is_wrong or (refusal and request.method == "POST") else 200
    template = "company/own_records/correction/page.html"
    return framed(request, template, context, current=CURRENT, status=status)
