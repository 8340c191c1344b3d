"""重複登録の一覧."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.workers.same_person import answered_proposals, open_proposals
from ccus.domain.workers.suspects import A_PAGE, newest_suspects, suspects_of
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.ui.entry.sheets import blank, filled

ANSWERED = 20
SEARCH = Block("search", "技能者IDで調べる", (Field("number", "技能者ID", Kind.ID14, is_required=True),))
_LONGEST_KEY = 18


@require_safe
@office_page(Duty.REVIEW)
def same_person(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """重複登録: what waits for an answer, who is suspected, what was answered (SAME-01, SAME-03)."""
    sheet = filled(SEARCH, request.GET) if "number" in request.GET else blank(SEARCH)
    today = clock.today()
    if sheet.values and not sheet.faults:
        found = suspects_of(sheet.text("number"), on=today)
    else:
        found = newest_suspects(before=_before(request), on=today)
    waiting, answered = open_proposals(), answered_proposals(ANSWERED)
    context = {
        "form": sheet.form,
        "number": "" if sheet.faults else sheet.text("number"),
        "found": found,
        "looked_at": A_PAGE,
        "waiting": waiting,
        "answered": answered,
        "me": str(officer.actor),
        "names": names_of([actor for said in (*waiting, *answered) for actor in (said.by, said.answered_by)]),
    }
    status = 422 if sheet.faults else 200
    return framed(request, "office/same_person/page.html", context, current="same-person", status=status)


def _before(request: HttpRequest) -> int:
    typed = request.GET.get("before", "")
    return int(typed) if len(typed) <= _LONGEST_KEY and typed.isascii() and typed.isdecimal() else 0
