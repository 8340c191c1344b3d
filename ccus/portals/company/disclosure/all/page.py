"""開示設定 of all own workers: the page, which the way to several workers comes back to."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse

from ccus.domain.companies.seats import SeatMe
from ccus.domain.disclosure.people import Person, people_behind
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.switches import SWITCHABLE, employers_half, workers_half
from ccus.domain.disclosure.terms import WORDS, Purpose
from ccus.domain.employees.staff import Wanted, everybody, joined_since, staff_of
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.disclosure.items import Switch, count_of
from ccus.portals.company.employees.listing.rows import ITEMS, row_of

PAGE = 50
NEW = timedelta(days=30)
_MOST_NEW = 20


@dataclass(frozen=True, slots=True)
class Newcomer:
    """新しく所属した技能者: what the worker has opened and we have not (DISC-27)."""

    person: Person
    items: tuple[str, ...]


def listing(request: HttpRequest, seat: SeatMe, *, refusal: str = "") -> HttpResponse:
    """Counts of everybody, whoever is new, and a list to choose from."""
    today = clock.today()
    words, after = request.GET.get("q", "").strip()[:60], request.GET.get("after", "")[:14]
    halves = employers_half(seat.company, everybody(seat.company, on=today), on=today)
    page = staff_of(seat.company, on=today, wanted=Wanted(words.replace("\x00", "")), after=after, limit=PAGE)
    seen = workers_as_seen_by(
        seat.actor, page.workers, purpose=Purpose.EMPLOYEES, at=clock.now(), items=ITEMS
    )
    context = {
        "switches": [Switch(item, count=count_of(halves, item)) for item in SWITCHABLE],
        "rows": [(row_of(one, seat.company_number), len(halves.get(one.worker, ()))) for one in seen],
        "newcomers": () if words or after else _newcomers(seat, today),
        "page": page,
        "of": len(SWITCHABLE),
        "words": words,
        "is_first": not after,
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/disclosure/all/page.html", context, current="disclosure", status=status)


def _newcomers(seat: SeatMe, today: date) -> list[Newcomer]:
    """Of the last month, those who have opened what we have not, the latest first."""
    new = joined_since(seat.company, today - NEW, on=today)
    theirs, ours = workers_half(new, on=today), employers_half(seat.company, new, on=today)
    waiting = {worker: theirs[worker] - ours.get(worker, frozenset()) for worker in new if worker in theirs}
    shown = [worker for worker, items in waiting.items() if items][:_MOST_NEW]
    people = people_behind(seat.actor, shown, purpose=Purpose.EMPLOYEES, at=clock.now()) if shown else {}
    return [
        Newcomer(people[worker], tuple(WORDS[item] for item in SWITCHABLE if item in waiting[worker]))
        for worker in shown
    ]
