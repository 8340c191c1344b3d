"""所属技能者の登録情報."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.photos import picture_of
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.employees.staff import own_worker
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.domain.workers.affiliations import link_between
from ccus.domain.workers.blocks.affiliation import ENDING
from ccus.entrance.attached import image_answer
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.portals.company.employees.listing.rows import row_of
from ccus.ui.entry.sheets import Sheet, blank, filled
from ccus.ui.record import record_of


@require_safe
@company_page(Power.EMPLOYEES)
def employee(request: HttpRequest, seat: SeatMe, number: str) -> HttpResponse:
    """登録情報 of one own worker, every 区分 that disclosure shows."""
    return _page(request, seat, number, blank(ENDING))


@require_POST
@company_page(Power.EMPLOYEES)
def employee_end(request: HttpRequest, seat: SeatMe, number: str) -> HttpResponse:
    """所属を終える (REG-14); the worker is told."""
    link = link_between(company=seat.company_number, worker=number, on=clock.today())
    if link is None or own_worker(seat.company, number, on=clock.today()) is None:
        raise Http404
    sheet = filled(ENDING, request.POST)
    last_on = sheet.day("last_on")
    if sheet.faults or last_on is None:
        return _page(request, seat, number, sheet)
    until_on = last_on + ONE_DAY
    try:
        end_affiliation(affiliation=link, until_on=until_on, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, number, sheet.refused(Refusal(refusal.sentence, "last_on")))
    messages.success(request, f"所属を、{date_words(last_on)}までにしました。技能者に知らせました。")
    return redirect("company:employees")


@require_safe
@company_page(Power.EMPLOYEES)
@short_lived
def employee_image(request: HttpRequest, seat: SeatMe, number: str, key: UUID) -> HttpResponse:
    """顔写真 or the image of a certificate."""
    worker = own_worker(seat.company, number, on=clock.today())
    found = None
    if worker is not None:
        is_small = request.GET.get("size") == "small"
        found = picture_of(
            seat.actor, worker, key, purpose=Purpose.EMPLOYEES, at=clock.now(), is_preview=is_small
        )
    return image_answer(found)


def _page(request: HttpRequest, seat: SeatMe, number: str, sheet: Sheet) -> HttpResponse:
    worker = own_worker(seat.company, number, on=clock.today())
    if worker is None:
        raise Http404
    seen = worker_as_seen_by(seat.actor, worker, purpose=Purpose.EMPLOYEES, at=clock.now())
    photos = seen.shown.get("photo", ())
    context = {
        "seen": seen,
        "row": row_of(seen, seat.company_number),
        "photo": str(photos[0].values["image"] or "") if photos else "",
        "born": date_words(seen.birth_on) if isinstance(seen.birth_on, date) else str(seen.birth_on),
        "record": record_of(seen),
        "form": sheet.form,
        "today": clock.today(),
    }
    status = 422 if sheet.faults else 200
    return framed(request, "company/employees/one/page.html", context, current="employees", status=status)
