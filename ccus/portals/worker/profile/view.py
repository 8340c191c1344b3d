"""技能者情報."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.documents.profile import profile_sheet
from ccus.domain.disclosure.photos import picture_of
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.affiliations import requests_about
from ccus.domain.workers.reading import Me, steps_left
from ccus.domain.workers.terms import Step
from ccus.entrance.attached import image_answer, pdf_answer
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.worker.profile.form import ON, day_asked
from ccus.portals.worker.profile.paper import paper_of
from ccus.portals.worker.profile.parts import PARTS
from ccus.portals.worker.profile.search import wanted
from ccus.portals.worker.profile.sheet import sheet_of


@require_safe
@worker_page
def profile(request: HttpRequest, me: Me) -> HttpResponse:
    """登録内容の確認画面 (guide G10-1 to G11-3): today, or on the day that `?on=` names."""
    return page(request, me)


def page(request: HttpRequest, me: Me, *, refusal: str = "") -> HttpResponse:
    """The page, with the sentence of what could not be done from it."""
    today, typed, on_refusal = clock.today(), request.GET.get("on", ""), ""
    try:
        on = day_asked(typed, today=today)
    except Refusal as fault:
        on, on_refusal = today, fault.sentence
    query = request.GET.dict()
    asked = {part.key: wanted(query, part.key) for part in PARTS if part.sought}
    sheet = sheet_of(me, on=on, at=clock.now(), today=today, asked=asked)
    context = {
        "sheet": sheet,
        "on_field": ON,
        "on_typed": typed,
        "on_refusal": on_refusal,
        "refusal": refusal,
        "waiting": requests_about(me.worker, on=today) if not sheet.is_past else (),
        "asks_to_confirm": not sheet.is_past and Step.CONTENTS in steps_left(me.worker),
        "on_in_address": on.isoformat() if sheet.is_past else "",
        "query": [(name, words) for name, words in query.items() if words],
    }
    status = 422 if refusal or on_refusal else 200
    return framed(request, "worker/profile/page.html", context, current="profile", status=status)


@require_safe
@worker_page
@short_lived
def profile_pdf(request: HttpRequest, me: Me) -> HttpResponse:
    """登録内容の控え: the page as a PDF, of the same day."""
    today, now = clock.today(), clock.now()
    try:
        on = day_asked(request.GET.get("on", ""), today=today)
    except Refusal as fault:
        raise Http404 from fault
    sheet = sheet_of(me, on=on, at=now, today=today, asked={})
    photo = (
        picture_of(actor(me), me.worker, UUID(sheet.photo), purpose=Purpose.OWN, at=now)
        if sheet.photo
        else None
    )
    return pdf_answer(profile_sheet(paper_of(sheet, photo=photo)), plain=f"ccus-profile-{on:%Y%m%d}")


@require_safe
@worker_page
@short_lived
def picture(request: HttpRequest, me: Me, key: UUID) -> HttpResponse:
    """本人の画像: the photograph or a certificate of the worker behind the session; of nobody else (PORTAL-13)."""
    found = picture_of(
        actor(me),
        me.worker,
        key,
        purpose=Purpose.OWN,
        at=clock.now(),
        is_preview=request.GET.get("size") == "small",
    )
    return image_answer(found)
