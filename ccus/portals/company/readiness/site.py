"""現場の見通し: who will count, who will not, why, and who can mend it (READY-05 to READY-09)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.reading import WorkerSeen, is_hidden, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.readiness.reading import Foreseen, Mend
from ccus.domain.readiness.reading import readiness as foreseen_of
from ccus.domain.readiness.terms import short
from ccus.domain.sites.reading.sites import SiteShown, site_for
from ccus.domain.work_history.terms import Reason
from ccus.domain.workers.leaving import LEFT, gone_among, pseudonym
from ccus.domain.workers.terms import Item
from ccus.entrance.asked import count_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.readiness.days import picked
from ccus.portals.company.readiness.ways import way_of

PAGE = 100
MOST_MENDS = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """一行: a line with the name as far as it may be read, and for each step the address where it is taken."""

    line: Foreseen
    name: str
    kana: str
    steps: tuple[tuple[Mend, str], ...]


@require_safe
@company_page(Power.VIEW_STRUCTURE)
def readiness_site(request: HttpRequest, seat: SeatMe, site: str) -> HttpResponse:
    """一つの現場の見通し of a day, a hundred amber lines a page; `reason` shows those of one reason alone."""
    shown = site_for(seat.actor, site, Power.VIEW_STRUCTURE)
    if shown is None:
        raise Http404
    day = picked(request.GET.get("day", ""))
    ahead = foreseen_of(shown.place, day.day, at=clock.now()).seen_by(seat.company)
    reason = _reason(request.GET.get("reason", ""))
    amber = [line for line in ahead.amber if reason is None or reason in line.reasons]
    first = count_of(request.GET.get("after", ""))
    context = {
        "site": shown,
        "picked": day,
        "ahead": ahead,
        "reason": reason,
        "reasons": [(each, short(each), heads) for each, heads in ahead.by_reason()],
        "mends": [
            (mend, heads, way_of(mend, shown, seat), mend.company == seat.company)
            for mend, heads in ahead.by_mend(seat.company)[:MOST_MENDS]
        ],
        "rows": _with_names(seat, shown, amber[first : first + PAGE]),
        "count": len(amber),
        "next": first + PAGE if first + PAGE < len(amber) else None,
        "is_first": first == 0,
    }
    status = 422 if day.fault else 200
    return framed(request, "company/readiness/site.html", context, current="readiness", status=status)


def _with_names(seat: SeatMe, site: SiteShown, lines: Sequence[Foreseen]) -> list[Shown]:
    workers = [line.worker for line in lines]
    seen = workers_as_seen_by(
        seat.actor, workers, purpose=Purpose.ROSTER, at=clock.now(), items={Item.CARD, Item.NAME}
    )
    known, gone = {worker.worker: worker for worker in seen}, gone_among(workers)
    rows = []
    for line in lines:
        worker = known.get(line.worker)
        steps = tuple((mend, way_of(mend, site, seat)) for mend in line.mends)
        number = pseudonym(site.number, line.worker) if line.worker in gone else line.number
        rows.append(
            Shown(replace(line, number=number), _name(worker), _kana(line.worker, worker, gone), steps)
        )
    return rows


def _kana(key: int, worker: WorkerSeen | None, gone: Collection[int]) -> str:
    if key in gone:
        return LEFT
    return worker.kana if worker is not None else ""


def _name(worker: WorkerSeen | None) -> str:
    names = worker.blocks["name"] if worker is not None else ()
    return "" if is_hidden(names) else next((str(row.values["official"]) for row in names), "")


def _reason(typed: str) -> Reason | None:
    return next((reason for reason in Reason if reason.code == typed), None)
