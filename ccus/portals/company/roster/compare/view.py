"""名簿をくらべる: with another roster or a file; choose and take over (SITE-29)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.roster_merging import take_over
from ccus.domain.sites.comparing import Compared, Found, Side, compared
from ccus.domain.sites.reading.roster import lines_for, roster_of
from ccus.domain.sites.reading.roster_batches import batch_for, batch_shown, batches_of
from ccus.domain.sites.reading.rosters import RosterSpot, roster_for, rosters_open_to
from ccus.domain.sites.sheet.parsing import NotUnderstood
from ccus.domain.sites.work import Entry
from ccus.domain.sites.writers import Writer
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.company.roster.people import NOBODY, Person, people_of
from ccus.portals.company.roster.reached import written_roster
from ccus.portals.company.roster.typed import day

MOST = 500


@dataclass(frozen=True, slots=True)
class Row:
    """くらべた一人, with the name."""

    compared: Compared
    person: Person


@require_http_methods(["GET", "POST"])
@company_page(Power.STRUCTURE)
def roster_compare(request: HttpRequest, seat: SeatMe, key: UUID) -> HttpResponse:
    """ほかの名簿とくらべる."""
    spot, writer = written_roster(seat, key)
    other = request.POST.get("with") or request.GET.get("with", "")
    there = _there(seat, spot, writer, other)
    rows = compared(_here(spot), there) if there is not None else ()
    if request.method == "GET" or there is None:
        return _page(request, seat, spot, other, rows)
    try:
        said = _take(request, seat, spot, rows)
    except Refusal as refusal:
        return _page(request, seat, spot, other, rows, refusal)
    messages.success(request, said)
    return redirect("company:roster", key)


def _take(request: HttpRequest, seat: SeatMe, spot: RosterSpot, rows: Sequence[Compared]) -> str:
    chosen = set(request.POST.getlist("take"))
    picked = [row for row in rows if row.number in chosen]
    if not picked:
        raise NotUnderstood("引き継ぐ人が選ばれていません。左の四角に印を付けてください。")
    from_on = day(request.POST, "from_on", "引き継ぐ最初の日") or clock.today()
    keys = {line.worker: line.key for line in roster_of(spot.member.pk, on=from_on)}
    keys |= {line.worker: line.key for line in roster_of(spot.member.pk, on=clock.today())}
    lines = {line.worker_id: line for line in lines_for(spot.member.pk, list(keys.values()))}
    done = take_over(
        member=spot.member,
        enter=[
            Entry(row.worker, row.there.work, from_on)
            for row in picked
            if row.found is Found.ONLY_THERE and row.there
        ],
        change=[
            (lines[row.worker], row.there.work)
            for row in picked
            if row.found is Found.DIFFERENT and row.there
        ],
        end=[lines[row.worker] for row in picked if row.found is Found.ONLY_HERE],
        from_on=from_on,
        by=seat.actor,
        at=clock.now(),
    )
    return f"{done.entered}人をのせ、{done.changed}人を変更し、{done.ended}人を外しました。"


def _here(spot: RosterSpot) -> list[Side]:
    lines = roster_of(spot.member.pk, on=clock.today())
    return [Side(line.worker, line.number, line.work) for line in lines]


def _there(seat: SeatMe, spot: RosterSpot, writer: Writer, other: str) -> list[Side] | None:
    """The other roster as it stands today, or the rows of a draft that can be read; None for no such thing."""
    try:
        key = UUID(other)
    except ValueError:
        return None
    batch = batch_for(spot.member, key)
    if batch is not None:
        rows = batch_shown(batch, writer=writer, at=clock.now(), ignoring_lines=True).good
        return [Side(row.entry.worker, row.texts["number"], row.entry.work) for row in rows if row.entry]
    found = roster_for(seat.actor, key, at=clock.now())
    return _here(found) if found is not None and key != spot.member.key else None


def _page(
    request: HttpRequest,
    seat: SeatMe,
    spot: RosterSpot,
    other: str,
    rows: Sequence[Compared],
    refusal: Refusal | None = None,
) -> HttpResponse:
    shown = rows[:MOST]
    people = people_of(seat, [row.worker for row in shown])
    others = [
        each
        for each in rosters_open_to(seat.actor, at=clock.now())
        if each.heads and each.key != spot.member.key
    ]
    context = {
        "spot": spot,
        "key": spot.member.key,
        "rows": [Row(row, people.get(row.worker, NOBODY)) for row in shown],
        "counts": [(found.label, sum(row.found is found for row in rows)) for found in Found],
        "others": others,
        "batches": batches_of(spot.member),
        "other": other,
        "is_compared": bool(rows),
        "from_on": request.POST.get("from_on", f"{clock.today():%Y/%m/%d}"),
        "chosen": set(request.POST.getlist("take")),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/roster/compare/page.html", context, current="rosters", status=status)
