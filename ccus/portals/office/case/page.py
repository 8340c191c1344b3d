"""審査の画面を組み立てる: the whole case for whoever has it in hand, its outline for the others (OFFICE-04)."""

from django.http import Http404, HttpRequest, HttpResponse

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.actions.looking import open_case
from ccus.domain.applications.policies import ApplicationUnknown, NotTaken, TakenByAnother
from ccus.domain.applications.reading import CaseShown
from ccus.domain.applications.reading.desk import outline
from ccus.domain.applications.suspects import suspects_before
from ccus.domain.applications.terms import QUEUED, State
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.case.paper import Paper, answered_findings, name_of, paper_of

TYPED = ("sentence", "comment", "reason", "different-words")
"""What an officer wrote by hand; it is shown again when it came too late, so that nothing is lost."""


def opened(number: str, officer: OfficerMe) -> tuple[CaseShown, Paper] | None:
    """The case and its paper; None where it is not in this officer's hand. Raises Http404."""
    try:
        case = open_case(number=number, by=officer.actor, at=clock.now())
    except (NotTaken, TakenByAnother):
        return None
    except ApplicationUnknown as unknown:
        raise Http404 from unknown
    return case, paper_of(case)


def case_page(
    request: HttpRequest, officer: OfficerMe, number: str, refusal: Refusal | None = None
) -> HttpResponse:
    """The page of a case, with the sentence of a refusal on top if there is one."""
    status = 422 if refusal else 200
    found = opened(number, officer)
    if found is None:
        return _outline_page(request, number, refusal)
    case, paper = found
    context = {
        "case": case.application,
        "hold": case.hold,
        "paper": paper,
        "birth_on": case.birth_on,
        "name": name_of(case),
        "answered": answered_findings(case),
        "submissions": case.submissions,
        "to_return": [finding for finding in case.application.findings if finding.returned_at is None],
        "suspects": suspects_before(number, on=clock.today()),
        "refusal": refusal,
    }
    return framed(request, "office/case/page.html", context, current="queue", status=status)


def _outline_page(request: HttpRequest, number: str, refusal: Refusal | None) -> HttpResponse:
    found = outline(number)
    if found is None or found.application.state is State.DRAFT:
        raise Http404
    now = clock.now()
    hold = found.hold if found.hold and found.hold.until > now else None
    context = {
        "case": found.application,
        "hold": hold,
        "kept": [text for name in TYPED if (text := request.POST.get(name, "").strip())],
        "may_be_taken": found.application.state in QUEUED and hold is None,
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "office/case/outline.html", context, current="queue", status=status)
