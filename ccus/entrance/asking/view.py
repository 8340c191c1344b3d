"""お問い合わせ: the own cases, a new one by its subject, one case."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ccus.domain.audit.terms import Actor
from ccus.domain.desk.actions.asking import add_words, finish_case, open_case
from ccus.domain.desk.asked import asked_case, asked_row, cases_of
from ccus.domain.desk.fields import in_words
from ccus.domain.desk.rules import LONGEST_WORDS, has_been
from ccus.domain.desk.terms import SUBJECTS, Asks, Subject
from ccus.entrance.asked import found
from ccus.entrance.asking.shown import offered, told
from ccus.entrance.door import notified_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Visitor
from ccus.foundation import clock
from ccus.foundation.entry.block import Block
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import Sheet, blank, filled

MOST = 50
ASK = Block(
    "ask",
    "聞く",
    (
        in_words(
            "聞きたいこと",
            f"いつ、どこで、なにがあったかを書いてください。{LONGEST_WORDS}文字まで書けます。",
        ),
    ),
)
ADD = Block("add", "書き足す", (in_words("書き足すこと", "運営主体の係員が読みます。"),))


@require_safe
@notified_page
def asking(request: HttpRequest, who: Visitor) -> HttpResponse:
    """お問い合わせ: what was asked, and what may be asked about."""
    side = Asks(who.side.value)
    context = {"side": side.value, "cases": cases_of(who.actor, limit=MOST), "subjects": SUBJECTS[side]}
    return framed(request, "entrance/asking/page.html", context, current="asking")


@require_http_methods(["GET", "HEAD", "POST"])
@notified_page
def asking_about(request: HttpRequest, who: Visitor, subject: str) -> HttpResponse:
    """聞く: the answers to what is often asked about the subject, then the form (DESK-12)."""
    side = Asks(who.side.value)
    about = next((each for each in SUBJECTS[side] if each == subject), None)
    if about is None:
        raise Http404
    if request.method == "POST":
        asked = ask(request, who.actor, side, about)
        return _about(request, side, about, asked) if isinstance(asked, Sheet) else asked
    on = request.GET.get("on")
    if on is not None and side is Asks.WORKER and about is Subject.DAYS:
        day = _day(on)
        if day is not None:
            return redirect("worker:asking-day", day)
    return _about(request, side, about, blank(ASK), is_day_wrong=on is not None)


@require_http_methods(["GET", "HEAD", "POST"])
@notified_page
def asking_case(request: HttpRequest, who: Visitor, key: UUID) -> HttpResponse:
    """お問い合わせの一件: its history; words are added here (DESK-08)."""
    sheet = blank(ADD)
    if request.method == "POST":
        row = found(asked_row(who.actor, key))
        sheet = filled(ADD, request.POST)
        if not sheet.faults:
            try:
                add_words(case=row, words=sheet.text("words"), by=who.actor, at=clock.now())
            except Refusal as refusal:
                sheet = sheet.refused(refusal)
            else:
                messages.success(request, "送りました。答えがあると、通知でお知らせします。")
                return redirect(f"{who.side}:asking-case", key)
    return _case(request, who, key, sheet)


@require_POST
@notified_page
def asking_finish(request: HttpRequest, who: Visitor, key: UUID) -> HttpResponse:
    """解決した: by the asker (DESK-03)."""
    row = found(asked_row(who.actor, key))
    try:
        finish_case(case=row, by=who.actor, at=clock.now())
    except Refusal as refusal:
        return _case(request, who, key, blank(ADD), refusal)
    messages.success(request, "終わりにしました。")
    return redirect(f"{who.side}:asking-case", key)


def ask(
    request: HttpRequest, by: Actor, side: Asks, about: Subject, on: date | None = None
) -> HttpResponse | Sheet:
    """聞く, of a day as well: leads to the case; the sheet comes back with what is wrong."""
    sheet = filled(ASK, request.POST)
    if sheet.faults:
        return sheet
    try:
        case = open_case(subject=about, words=sheet.text("words"), on=on, by=by, at=clock.now())
    except Refusal as refusal:
        return sheet.refused(refusal)
    said = f"受け付けました。お問い合わせ番号は {case.number} です。答えがあると、通知でお知らせします。"
    messages.success(request, said)
    return redirect(f"{side}:asking-case", case.key)


def _about(
    request: HttpRequest, side: Asks, about: Subject, sheet: Sheet, *, is_day_wrong: bool = False
) -> HttpResponse:
    context = {
        "side": side.value,
        "subject": about,
        "offered": offered(side, about),
        "asks_day": side is Asks.WORKER and about is Subject.DAYS,
        "is_day_wrong": is_day_wrong,
        "today": clock.today(),
        "form": sheet.form,
    }
    status = 422 if sheet.faults or is_day_wrong else 200
    return framed(request, "entrance/asking/about.html", context, current="asking", status=status)


def _case(
    request: HttpRequest, who: Visitor, key: UUID, sheet: Sheet, refusal: Refusal | None = None
) -> HttpResponse:
    asked = asked_case(found(asked_row(who.actor, key)), at=clock.now())
    context = {
        "side": who.side.value,
        "asked": asked,
        "case": asked.case,
        "told": told(asked.entries),
        "form": sheet.form,
        "refusal": refusal,
    }
    status = 422 if sheet.faults or refusal else 200
    return framed(request, "entrance/asking/one.html", context, current="asking", status=status)


def _day(typed: str) -> date | None:
    """A day that has been; None for anything else."""
    try:
        on = date.fromisoformat(typed)
    except ValueError:
        return None
    return on if has_been(on, today=clock.today()) else None
