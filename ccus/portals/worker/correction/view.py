"""就業内容の変更 of one day, by the worker."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.work_history.actions.corrections import correct_day
from ccus.domain.work_history.claims.blocks import CORRECTION
from ccus.domain.work_history.claims.correction_reading import (
    DayToCorrect,
    day_to_correct,
    require_correctable,
)
from ccus.domain.work_history.claims.entry_form import choices_for, work_chosen
from ccus.domain.workers.reading import Me, worker_of
from ccus.entrance.asked import found
from ccus.entrance.door import actor, worker_page
from ccus.entrance.entering.shown import row_of
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def correction(request: HttpRequest, me: Me, site: str, on: date) -> HttpResponse:
    """なおす: trade, position, content of one day at a registered site."""
    day = found(day_to_correct(me.worker, site, on))
    options = choices_for(me.worker, place=day.place, from_on=on, until_on=on + ONE_DAY)
    worker = worker_of(me)
    try:
        require_correctable(worker, day, at=clock.now())
    except Refusal as refusal:
        return _page(request, day, None, refusal)
    if request.method != "POST":
        return _page(request, day, blank(CORRECTION, options, raw=day.raw))
    sheet = filled(CORRECTION, request.POST, options)
    try:
        if not sheet.faults:
            _correct(me, day, sheet)
            said = f"元請事業者の{day.prime_name}に、承認を求めました。承認されるまで、前の内容のままです。"
            messages.success(request, f"変更を入力しました。{said}")
            return redirect("worker:claims")
    except Refusal as refusal:
        sheet = sheet.refused(refusal)
    return _page(request, day, sheet)


def _correct(me: Me, day: DayToCorrect, sheet: Sheet) -> None:
    trade, position = work_chosen(sheet.values)
    correct_day(
        worker=worker_of(me),
        place=day.place,
        on=day.on,
        trade=trade,
        position=position,
        work_content=sheet.text("work_content"),
        remark=sheet.text("remark"),
        by=actor(me),
        at=clock.now(),
    )


def _page(
    request: HttpRequest, day: DayToCorrect, sheet: Sheet | None, refusal: Refusal | None = None
) -> HttpResponse:
    context = {
        "day": day,
        "rows": [row_of(claim) for claim in day.corrections],
        "form": sheet.form if sheet else None,
        "refusal": refusal,
    }
    is_wrong = sheet is not None and bool(sheet.faults)
    status = 422 if is_wrong or (refusal and request.method == "POST") else 200
    return framed(request, "worker/correction/page.html", context, current="history", status=status)
