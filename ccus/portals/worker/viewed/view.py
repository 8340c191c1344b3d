"""閲覧の記録, and one company's day in it: asking why, reading the answer."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.domain.looks.actions.questions import ask_why, say_not_enough
from ccus.domain.looks.fields import in_words
from ccus.domain.looks.questions import asked_by
from ccus.domain.looks.story import story_of, visit_of
from ccus.domain.workers.reading import Me
from ccus.entrance.asked import found
from ccus.entrance.door import actor, worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

WHY = Block(
    "why",
    "なぜ見たか、聞く",
    (in_words("聞きたいこと", "書かなくても、聞けます。書くと、相手の会社が読みます。", is_required=False),),
)


@require_safe
@worker_page
def viewed(request: HttpRequest, me: Me) -> HttpResponse:
    """閲覧の記録: whole days, newest first; `before` in the address is the day at which the page before ended."""
    before = _day(request.GET.get("before", ""))
    story = story_of(me.worker, before=before, at=clock.now())
    context = {"story": story, "is_first": before is None}
    return framed(request, "worker/viewed/page.html", context, current="viewed")


@require_http_methods(["GET", "HEAD", "POST"])
@worker_page
def viewed_visit(request: HttpRequest, me: Me, on: date, who: str) -> HttpResponse:
    """ある日のある会社: its looks, the question about them, the answers (LOOK-02)."""
    found(visit_of(me.worker, on=on, token=who, at=clock.now()))
    if request.method != "POST":
        return _page(request, me, on, who, blank(WHY))
    sheet = filled(WHY, request.POST)
    if not sheet.faults:
        words = sheet.text("words")
        try:
            ask_why(worker=me.worker, looked_on=on, token=who, words=words, by=actor(me), at=clock.now())
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
        else:
            messages.success(request, "聞きました。答えがあると、「本人宛の通知」に届きます。")
            return redirect("worker:viewed-visit", on, who)
    return _page(request, me, on, who, sheet)


@require_POST
@worker_page
def viewed_not_enough(request: HttpRequest, me: Me, on: date, who: str) -> HttpResponse:
    """まだ分からない: the office answers next (LOOK-04)."""
    visit = found(visit_of(me.worker, on=on, token=who, at=clock.now()))
    question = found(asked_by(me.worker, visit.question.key) if visit.question else None)
    try:
        say_not_enough(question=question, by=actor(me), at=clock.now())
    except Refusal as refusal:
        return _page(request, me, on, who, blank(WHY), refusal)
    messages.success(request, "運営主体に送りました。調べて、答えます。")
    return redirect("worker:viewed-visit", on, who)


def _page(
    request: HttpRequest, me: Me, on: date, who: str, sheet: Sheet, refusal: Refusal | None = None
) -> HttpResponse:
    visit = found(visit_of(me.worker, on=on, token=who, at=clock.now()))
    context = {"visit": visit, "form": sheet.form, "refusal": refusal}
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "worker/viewed/one.html", context, current="viewed", status=status)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
