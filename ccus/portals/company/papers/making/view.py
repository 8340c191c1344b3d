"""作成中の書類 (PAPER-08 to PAPER-10): how far it is; once it is there, its file."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.papers.reading import JobShown, content_of, job_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.papers.files import paper_attached


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def paper_job(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """How far a paper is; without script the page loads itself anew."""
    return _page(request, _own(seat, key))


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def paper_progress(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """The part of the page that changes."""
    return render(request, "company/papers/making/state.html", {"job": _own(seat, key), "is_news": True})


@require_safe
@company_page(Power.VIEW_STRUCTURE)
@short_lived
def paper_file(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """The file, if the right still stands (PAPER-09)."""
    job = _own(seat, key)
    try:
        content = content_of(seat.actor, key, at=clock.now())
    except Refusal as refusal:
        return _page(request, job, refusal)
    if content is None:
        raise Http404
    return paper_attached(content, job.kind, job.file_kind, firm=job.firm, day=job.day)


def _own(seat: SeatMe, key: UUID) -> JobShown:
    job = job_of(seat.actor, key, at=clock.now())
    if job is None:
        raise Http404
    return job


def _page(request: HttpRequest, job: JobShown, refusal: Refusal | None = None) -> HttpResponse:
    context = {"job": job, "refusal": refusal}
    status = 403 if refusal else 200
    return framed(request, "company/papers/making/page.html", context, current="papers", status=status)
