"""閲覧の見守り: what waits for the office; one question of a worker."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.questions import answer_for_good
from ccus.domain.looks.asked import asked_question
from ccus.domain.looks.cases import closed_cases, open_cases
from ccus.domain.looks.fields import answer
from ccus.domain.looks.questions import answered_by_office, brought_to_office, listed, waiting_for_office
from ccus.domain.looks.story import looked_before
from ccus.domain.workers.terms import Item
from ccus.entrance.asked import found
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.sheets import blank, filled

MOST, PAST = 100, 20
ANSWER = answer(
    "技能者が読みます。会社への質問は、その会社も読みます。調べたことを、やさしい言葉で書いてください。"
)


@require_safe
@office_page(Duty.CONTACT)
def looks(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """閲覧の見守り: cases without any worker's name, questions, and what is over (LOOK-07)."""
    now = clock.now()
    cases, closed = open_cases(), closed_cases(PAST)
    context = {
        "cases": cases,
        "closed": closed,
        "questions": listed(waiting_for_office(at=now), at=now, limit=MOST),
        "answered": listed(answered_by_office(), at=now, limit=PAST, newest=True),
        "names": names_of([case.taken_by for case in (*cases, *closed)]),
    }
    return framed(request, "office/looks/page.html", context, current="looks")


@require_http_methods(["GET", "HEAD", "POST"])
@office_page(Duty.CONTACT)
def look_question(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """技能者の質問: the looks it is about, what the company said; the office's answer (LOOK-04, LOOK-09)."""
    row = found(brought_to_office(key, at=clock.now()))
    is_own = looked_before(row, officer.actor)
    sheet = blank(ANSWER)
    if request.method == "POST":
        sheet = filled(ANSWER, request.POST)
        try:
            if not sheet.faults:
                answer_for_good(question=row, words=sheet.text("words"), by=officer.actor, at=clock.now())
                messages.success(request, "答えました。技能者に知らせました。")
                return redirect("office:looks")
        except Refusal as refusal:
            sheet = sheet.refused(refusal)
    workers_as_seen_by(
        officer.actor,
        [row.worker_id],
        purpose=Purpose.ENQUIRY,
        reason=f"{date_words(row.looked_on)}の閲覧についての、ご本人の質問に答えるため",
        at=clock.now(),
        items=(Item.TRACES,),
    )
    fresh = found(brought_to_office(key, at=clock.now()))
    context = {
        "asked": asked_question(fresh, at=clock.now()),
        "form": sheet.form,
        "is_own": fresh.company_id is None and is_own,
    }
    status = 422 if sheet.faults else 200
    return framed(request, "office/looks/question.html", context, current="looks", status=status)
