"""取り込みの下書き: faults by row and cell, mended in place, then registered (SITE-28)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.roster_batches import (
    Mended,
    discard_batch,
    drop_rows,
    map_columns,
    mend_rows,
    register_batch,
)
from ccus.domain.sites.reading.roster_batches import BatchShown, batch_for, batch_shown
from ccus.domain.sites.reading.rosters import RosterSpot
from ccus.domain.sites.sheet.columns import LABELS
from ccus.domain.sites.sheet.rows import RowRead
from ccus.entrance.asked import count_of
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.foundation.sheets.table import place_words
from ccus.portals.company.roster.people import NOBODY, Person, people_of
from ccus.portals.company.roster.reached import written_roster

PAGE = 30
ALWAYS = ("number", "trade", "position", "from_on")
"""Fields that a row with faults offers besides the faulty ones."""
Batch = BatchShown


@dataclass(frozen=True, slots=True)
class Cell:
    """直すところ: a field of a row."""

    name: str
    label: str
    text: str
    fault: str


@dataclass(frozen=True, slots=True)
class Bad:
    """直す行."""

    row: RowRead
    person: Person
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Good:
    """登録できる行."""

    row: RowRead
    person: Person


@require_http_methods(["GET", "POST"])
@company_page(Power.STRUCTURE)
def roster_batch(request: HttpRequest, seat: SeatMe, key: UUID, batch: UUID) -> HttpResponse:
    """取り込みの下書き, thirty rows a page."""
    spot, writer = written_roster(seat, key)
    found = batch_for(spot.member, batch)
    if found is None:
        raise Http404
    if found.closed_at is not None and request.method == "GET":
        messages.info(request, "この取り込みは、終わっています。")
        return redirect("company:roster", key)
    shown = batch_shown(found, writer=writer, at=clock.now())
    if request.method == "GET":
        return _page(request, seat, spot, shown)
    try:
        said = _ACTS.get(request.POST.get("act", ""), _mend)(request, seat, shown)
    except Refusal as refusal:
        return _page(request, seat, spot, batch_shown(found, writer=writer, at=clock.now()), refusal)
    messages.success(request, said)
    return redirect("company:roster-batch", key, batch)


def _mend(request: HttpRequest, seat: SeatMe, shown: Batch) -> str:
    rows = []
    for typed in request.POST.getlist("row"):
        row, _, version = typed.partition(":")
        if not (_is_number(row) and _is_number(version)):
            continue
        texts = {name: request.POST[f"{name}-{row}"] for name in LABELS if f"{name}-{row}" in request.POST}
        rows.append(Mended(int(row), int(version), texts))
    overtaken = mend_rows(batch=shown.batch, rows=rows, by=seat.actor, at=clock.now())
    dropped = [int(row) for row in request.POST.getlist("drop") if _is_number(row)]
    if dropped:
        drop_rows(batch=shown.batch, rows=dropped, by=seat.actor, at=clock.now())
    if overtaken:
        named = "、".join(f"{row}行目" for row in overtaken)
        return f"保存しました。{named}は、先にほかの人が直していたので、そのままにしました。"
    return "直した内容を保存しました。"


def _map(request: HttpRequest, seat: SeatMe, shown: Batch) -> str:
    chosen = {name: request.POST.get(f"column-{name}", "") for name in LABELS}
    columns = {name: int(column) for name, column in chosen.items() if _is_number(column, 3)}
    map_columns(batch=shown.batch, columns=columns, by=seat.actor, at=clock.now())
    return "列の対応を変えました。"


def _register(request: HttpRequest, seat: SeatMe, shown: Batch) -> str:
    done = register_batch(batch=shown.batch, by=seat.actor, at=clock.now())
    rest = f"あと{done.left}行は、直すと登録できます。" if done.left else "取り込みは、終わりです。"
    return f"{done.entered}人を名簿にのせました。{rest}"


def _discard(request: HttpRequest, seat: SeatMe, shown: Batch) -> str:
    discard_batch(batch=shown.batch, by=seat.actor, at=clock.now())
    return "残りの下書きを捨てました。"


_ACTS: Mapping[str, Callable[[HttpRequest, SeatMe, Batch], str]] = {
    "mend": _mend,
    "map": _map,
    "register": _register,
    "discard": _discard,
}


def _page(
    request: HttpRequest, seat: SeatMe, spot: RosterSpot, shown: Batch, refusal: Refusal | None = None
) -> HttpResponse:
    with_good = request.GET.get("show") == "good"
    rows = shown.good if with_good else shown.bad
    first = min(count_of(request.GET.get("from", "")), max(0, len(rows) - 1))
    page = rows[first : first + PAGE]
    people = people_of(seat, [row.worker for row in page if row.worker is not None])
    named = [(row, people.get(row.worker or 0, NOBODY)) for row in page]
    context = {
        "spot": spot,
        "key": spot.member.key,
        "batch": shown.batch,
        "shown": shown,
        "with_good": with_good,
        "bad": [] if with_good else [Bad(row, person, _cells(row)) for row, person in named],
        "good": [Good(row, person) for row, person in named] if with_good else [],
        "first": first,
        "previous": max(0, first - PAGE),
        "next": first + PAGE if first + PAGE < len(rows) else None,
        "columns": _columns(shown),
        "refusal": refusal,
    }
    status = 422 if refusal else 200
    return framed(request, "company/roster/batch/page.html", context, current="rosters", status=status)


def _cells(row: RowRead) -> tuple[Cell, ...]:
    names = [name for name in LABELS if name in row.faults or name in ALWAYS]
    return tuple(Cell(name, LABELS[name], row.texts[name], row.faults.get(name, "")) for name in names)


def _columns(shown: Batch) -> dict[str, object]:
    """Which column is which field, and what stands in its heading."""
    width = max([len(shown.batch.headings), *(column + 1 for column in shown.batch.columns.values()), 1])
    headings = [*shown.batch.headings, *[""] * (width - len(shown.batch.headings))]
    letters = [place_words(1, at + 1)[:-1] for at in range(width)]
    options = [
        (str(at), f"{letter}列 {heading[:20]}")
        for at, (letter, heading) in enumerate(zip(letters, headings, strict=True))
    ]
    fields = [(name, label, str(shown.batch.columns.get(name, ""))) for name, label in LABELS.items()]
    return {"options": options, "fields": fields}


def _is_number(typed: str, longest: int = 18) -> bool:
    """Digits that Python and PostgreSQL both read."""
    return typed.isascii() and typed.isdecimal() and len(typed) <= longest
