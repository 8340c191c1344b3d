"""名簿にのせる: own workers by a list of boxes, one work for all, the trade of each (SITE-09, SITE-10, SITE-26)."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.roster import enter_many
from ccus.domain.sites.reading.roster import Candidate, candidates_of
from ccus.domain.sites.reading.rosters import RosterSpot
from ccus.domain.sites.sheet.parsing import NotUnderstood, parse, vocabulary
from ccus.domain.sites.work import Entry, lists
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.roster.people import NOBODY, Person, people_of
from ccus.portals.company.roster.reached import written_roster
from ccus.portals.company.roster.typed import texts_of


@dataclass(frozen=True, slots=True)
class Choice:
    """のせられる人, with the name as far as it may be seen."""

    candidate: Candidate
    person: Person
    is_chosen: bool
    trade: str


@require_http_methods(["GET", "POST"])
@company_page(Power.STRUCTURE)
def roster_add(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """自社の技能者をのせる, several at once."""
    spot, writer = written_roster(seat, key)
    free = candidates_of(writer.company, place=spot.member.site_id, on=clock.today())
    if request.method == "GET":
        return _page(request, seat, spot, free)
    try:
        entries = _entries(request, free)
        done = enter_many(member=spot.member, entries=entries, by=seat.actor, at=clock.now())
    except Refusal as refusal:
        return _page(request, seat, spot, free, refusal)
    messages.success(request, f"{len(done)}人を名簿にのせました。本人にも知らせました。")
    return redirect("company:roster", key)


def _entries(request: HttpRequest, free: tuple[Candidate, ...]) -> list[Entry]:
    chosen = set(request.POST.getlist("worker"))
    texts, words = texts_of(request.POST), vocabulary(lists())
    entries = []
    for candidate in free:
        if candidate.number not in chosen:
            continue
        own = {"number": candidate.number, "trade": request.POST.get(f"trade-{candidate.number}", "")}
        read = parse(texts | own, words, today=clock.today(), own=tuple(candidate.trades))
        for field, sentence in read.faults.items():
            raise NotUnderstood(sentence, field)
        if read.work is not None and read.from_on is not None:
            entries.append(Entry(candidate.worker, read.work, read.from_on, read.until_on))
    if not entries:
        raise NotUnderstood("のせる人が選ばれていません。一覧で、左の四角に印を付けてください。", "worker")
    return entries


def _page(
    request: HttpRequest,
    seat: SeatMe,
    spot: RosterSpot,
    free: tuple[Candidate, ...],
    refusal: Refusal | None = None,
) -> HttpResponse:
    people = people_of(seat, [each.worker for each in free])
    chosen = set(request.POST.getlist("worker"))
    context = {
        "spot": spot,
        "key": spot.member.key,
        "choices": [
            Choice(
                each,
                people.get(each.worker, NOBODY),
                each.number in chosen,
                request.POST.get(f"trade-{each.number}", ""),
            )
            for each in free
        ],
        "may_ask": seat.may(Power.EMPLOYEES),
        "lists": lists(),
        "sent": request.POST,
        "from_on": request.POST.get("from_on", f"{clock.today():%Y/%m/%d}"),
        "position": request.POST.get("position", "general"),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/roster/add/page.html", context, current="rosters", status=status)
