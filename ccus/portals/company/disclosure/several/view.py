"""開示設定 of several own workers at once: choose, read what it changes, save."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ccus.domain.companies.reading import own_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.actions import set_several
from ccus.domain.disclosure.people import people_behind
from ccus.domain.disclosure.plans import planned
from ccus.domain.disclosure.switches import SWITCHABLE, employers_half, workers_half
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.employees.staff import everybody, own_workers
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.disclosure.all.page import listing
from ccus.portals.company.disclosure.items import Switch, count_of
from ccus.portals.company.disclosure.several.form import Sent, sent

NOBODY = "技能者が選ばれていません。一覧の四角に印を付けるか、「全員の設定を変える」を押してください。"
NOT_OWN = "所属していない技能者が選ばれています。下の一覧から、選び直してください。"
NOTHING = "変える項目が選ばれていません。「開示にする」か「非開示にする」を選んでください。"


@require_POST
@company_page(Power.EMPLOYEES)
def disclosure_several(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """何人もの設定: every step is a form that carries whom and what; the last one is the act (DISC-26)."""
    form, step = sent(request.POST), request.POST.get("step", "")
    today = clock.today()
    known = {} if form.is_all else own_workers(seat.company, form.numbers, on=today)
    workers = everybody(seat.company, on=today) if form.is_all else tuple(known.values())
    if not workers or (not form.is_all and len(known) < len(form.numbers)):
        return listing(request, seat, refusal=NOT_OWN if form.numbers else NOBODY)
    if step in {"check", "save"} and not form.chosen.items:
        return _choices(request, seat, form, workers, refusal=NOTHING)
    if step == "save":
        return _saved(request, seat, form, workers)
    return _check(request, seat, form, workers) if step == "check" else _choices(request, seat, form, workers)


def _saved(request: HttpRequest, seat: SeatMe, form: Sent, workers: tuple[int, ...]) -> HttpResponse:
    try:
        done = set_several(
            company=own_company(seat.seated),
            workers=workers,
            chosen=form.chosen,
            said=form.said,
            by=seat.actor,
            at=clock.now(),
        )
    except Refusal as refusal:
        return _choices(request, seat, form, workers, refusal=refusal.sentence)
    messages.success(request, f"{done.workers}人の開示の設定を変えました。")
    return redirect("company:disclosure")


def _choices(
    request: HttpRequest, seat: SeatMe, form: Sent, workers: tuple[int, ...], *, refusal: str = ""
) -> HttpResponse:
    """項目を選ぶ: of each item how many have it open, and そのまま・開示・非開示."""
    today = clock.today()
    ours = employers_half(seat.company, workers, on=today)
    theirs = workers_half(workers, on=today)
    switches = [
        Switch(
            item,
            count=count_of(ours, item),
            by_workers=count_of(theirs, item),
            act="open" if item in form.chosen.opens else "close" if item in form.chosen.closes else "",
        )
        for item in SWITCHABLE
    ]
    context = {"switches": switches, "refusal": refusal, **_whom(seat, form, workers)}
    status = 422 if refusal else 200
    page = "company/disclosure/several/choices.html"
    return framed(request, page, context, current="disclosure", status=status)


def _check(request: HttpRequest, seat: SeatMe, form: Sent, workers: tuple[int, ...]) -> HttpResponse:
    """確認: how many items of how many workers it opens and closes."""
    plan = planned(seat.company, workers, form.chosen, on=clock.today())
    lines = [
        Switch(item, count=plan.each[item], act="open" if item in form.chosen.opens else "close")
        for item in form.chosen.items
    ]
    context = {"plan": plan, "lines": lines, **_whom(seat, form, workers)}
    return framed(request, "company/disclosure/several/check.html", context, current="disclosure")


def _whom(seat: SeatMe, form: Sent, workers: tuple[int, ...]) -> dict[str, object]:
    """For whom: of a selection everybody by name, of all only how many."""
    at = clock.now()
    people = {} if form.is_all else people_behind(seat.actor, workers, purpose=Purpose.EMPLOYEES, at=at)
    return {"people": list(people.values()), "count": len(workers), "form_sent": form}
