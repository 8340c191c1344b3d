"""現場の帳票: which papers there are, and making one: at once, or by a job when it is long (PAPER-01, PAPER-08)."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.documents.site_paper import site_paper
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.papers.actions import ask_for_paper
from ccus.domain.papers.asking import length
from ccus.domain.papers.reading import SiteWithPapers, papers_of
from ccus.domain.papers.terms import LARGEST_AT_ONCE, FileKind, PaperKind
from ccus.domain.papers.values import Asked
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.papers.files import paper_attached
from ccus.portals.company.papers.site.form import PaperForm, read_day


@require_http_methods(["GET", "POST"])
@company_page(Power.VIEW_STRUCTURE)
def site_papers(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """The papers of a site; a button makes one."""
    sent = request.POST if request.method == "POST" else request.GET
    shown = papers_of(seat.actor, site, _day(sent.get("day", "")), today=clock.today())
    if shown is None:
        raise Http404
    if request.method != "POST":
        first = shown.spots[0].key if shown.spots else ""
        initial = {
            "spot": sent.get("spot", first),
            "day": _day(sent.get("day", "")).isoformat(),
            "has_below": True,
        }
        return _page(request, shown, PaperForm(shown.spots, initial=initial))
    form = PaperForm(shown.spots, request.POST)
    if not form.is_valid():
        return _page(request, shown, form)
    spot = shown.spot(form.cleaned_data["spot"])
    if spot is None:
        raise Http404
    kind, file_kind = form.kinds
    asked = Asked(kind, file_kind, spot.member, form.cleaned_data["day"], form.cleaned_data["has_below"])
    try:
        if length(asked) > LARGEST_AT_ONCE:
            key = ask_for_paper(asked=asked, by=seat.actor, at=clock.now())
            return redirect("company:paper-job", key)
        content = site_paper(asked, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(request, shown, form)
    return paper_attached(content, kind, file_kind, firm=spot.firm.name, day=asked.day)


def _day(typed: str) -> date:
    """The day whose structure stands in the form: today where none can be read."""
    try:
        return read_day(typed)
    except Refusal:
        return clock.today()


def _page(request: HttpRequest, shown: SiteWithPapers, form: PaperForm) -> HttpResponse:
    tiers = {spot.tier for spot in shown.spots}
    context = {
        "site": shown,
        "form": form,
        "papers": [kind for kind in PaperKind if any(kind.is_for_tier(tier) for tier in tiers)],
        "file_kinds": list(FileKind),
        "largest": LARGEST_AT_ONCE,
    }
    status = 422 if form.errors else 200
    return framed(request, "company/papers/site/page.html", context, current="papers", status=status)
