"""修正のまとまり: what comes next, its rows, rows to mend; what may be done with it."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe, names_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.corrections.catalogue import kept_of
from ccus.domain.corrections.headings import DOING, OWNER, headings_of
from ccus.domain.corrections.looking import RowSeen, rows_seen
from ccus.domain.corrections.reading import counts_of, releases_of, reversal_of, rows_page, set_of, state_of
from ccus.domain.corrections.reports import preview_of
from ccus.domain.corrections.terms import SetState, Side
from ccus.entrance.asked import found
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal
from ccus.portals.office.corrections.forms import REVERSAL
from ccus.portals.office.corrections.view import CURRENT
from ccus.portals.office.paging import page_of
from ccus.ui.entry.sheets import Sheet, blank

CHANGEABLE = frozenset({SetState.WRITING, SetState.PREVIEWING, SetState.STOPPED, SetState.WAITING})
"""States in which rows may be added, mended and dropped; each of that takes the preview away (FIX-09)."""
ALWAYS = (OWNER, DOING)
"""Columns that a row with faults offers besides the faulty ones."""

_DIGITS = 18


@dataclass(frozen=True, slots=True)
class FaultyCell:
    """直すところ: a column of a row, as it was typed."""

    name: str
    label: str
    text: str
    fault: str


@dataclass(frozen=True, slots=True)
class FaultyRow:
    """直す行; `general` are sentences about the row as a whole."""

    seen: RowSeen
    cells: tuple[FaultyCell, ...]
    general: tuple[str, ...]


@require_safe
@office_page(Duty.CORRECT)
def correction(request: HttpRequest, officer: OfficerMe, key: UUID) -> HttpResponse:
    """修正のまとまり, thirty rows a page; whoever is on it reads that it was looked at (FIX-13)."""
    return set_page(request, officer, key)


def set_page(
    request: HttpRequest,
    officer: OfficerMe,
    key: UUID,
    refusal: Refusal | None = None,
    reversal: Sheet | None = None,
) -> HttpResponse:
    """The page of a set, with the refusal of an act on it."""
    change_set, now = found(set_of(key)), clock.now()
    state, counts, preview = state_of(change_set), counts_of(change_set), preview_of(change_set)
    only_faulty = request.GET.get("show") == "faulty" and bool(counts.faulty)
    page = page_of(request)
    rows, has_more = rows_page(change_set, page=page, only_faulty=only_faulty)
    shown = rows_seen(change_set, rows, by=officer.actor, at=now)
    releases = releases_of(preview.key) if preview and not preview.is_void else ()
    is_own = change_set.written_by == str(officer.actor)
    undone_by = reversal_of(change_set)
    may_write = state in CHANGEABLE and change_set.reverses_id is None
    context = {
        "set": change_set,
        "side": Side(change_set.side),
        "label": kept_of(change_set).block.label,
        "state": state,
        "counts": counts,
        "failed": preview.failed if preview else "",
        "has_preview": preview is not None,
        "releases": releases,
        "undoes": change_set.reverses,
        "undone_by": undone_by,
        "only_faulty": only_faulty,
        "rows": () if only_faulty else shown,
        "faulty": [_faulty(change_set.side, change_set.block, each) for each in shown] if only_faulty else (),
        "page": page,
        "has_more": has_more,
        "names": names_of([change_set.written_by, *(each.by for each in releases)]),
        "may_write": may_write,
        "may_discard": is_own and state in CHANGEABLE,
        "may_reverse": state is SetState.DONE and undone_by is None,
        "reversal": (reversal or blank(REVERSAL)).form,
        "form": reversal.form if reversal else None,
        "refusal": refusal,
    }
    status = 422 if refusal or reversal else 200
    return framed(request, "office/corrections/set.html", context, current=CURRENT, status=status)


def is_row_key(typed: str) -> bool:
    """Digits that Python and PostgreSQL both read: what a page sends back as the key of a row."""
    return typed.isascii() and typed.isdecimal() and len(typed) <= _DIGITS


def _faulty(side: str, block: str, each: RowSeen) -> FaultyRow:
    row, headings = each.row, headings_of(side, block)
    names = [name for name in headings if name in row.faults or name in ALWAYS]
    cells = tuple(
        FaultyCell(name, headings[name], row.typed.get(name, ""), row.faults.get(name, "")) for name in names
    )
    return FaultyRow(each, cells, tuple(text for name, text in row.faults.items() if name not in headings))
