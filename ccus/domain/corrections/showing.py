"""確認の行を言葉にする: lines as pages and the file show them; the worker by what everybody may see (FIX-13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.looking import Cell, rows_seen
from ccus.domain.corrections.models import PreviewLine
from ccus.domain.corrections.reported import LineShown
from ccus.domain.corrections.terms import LineKind, StopKind
from ccus.domain.disclosure import always
from ccus.domain.disclosure.matrix import items_shown
from ccus.domain.disclosure.terms import WORDS, Relation
from ccus.domain.sites.models import Site
from ccus.domain.work_history.terms import State
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of

_NO_RECORD = "就業履歴なし"
_OWN_SITE = "現場登録のない現場"
_CARD = "カードには、前の氏名が印字されたままです。"


Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Known:
    workers: Mapping[int, always.Always]
    sites: Mapping[int, str]
    fields: Mapping[int, tuple[Cell, ...]]


def lines_of_preview(preview: UUID) -> "QuerySet[PreviewLine]":
    """The lines of a preview, as `lines_shown` wants them."""
    return PreviewLine.objects.filter(preview__key=preview).select_related(
        "company", "row", "preview__change_set"
    )


def lines_shown(lines: Sequence[PreviewLine], *, by: Actor, at: datetime) -> tuple[LineShown, ...]:
    """Lines of one preview in words; FACT leaves a trace of each worker. A constant number of statements."""
    known = _Known(
        always.read({line.worker_id for line in lines if line.worker_id}, on=day_of(at)),
        dict(Site.objects.filter(pk__in=_places(lines)).values_list("pk", "name")),
        _fields(lines, by, at),
    )
    return tuple(_shown(line, known) for line in lines)


def _shown(line: PreviewLine, known: _Known) -> LineShown:
    worker = known.workers.get(line.worker_id or 0)
    plain = LineShown(
        kind=LineKind(line.kind),
        stop=StopKind(line.stop) if line.stop else None,
        row=line.row.ordinal if line.row is not None else 0,
        worker_number=worker["number"] if worker else "",
        worker_kana=worker["kana"] if worker else "",
        company_number=line.company.number if line.company is not None else "",
        company_name=line.company.name if line.company is not None else "",
        words=line.words,
    )
    match plain.kind:
        case LineKind.DAYS:
            return _days(plain, line, known)
        case LineKind.FACT:
            is_name = line.preview.change_set.block == "name"
            return replace(plain, fields=known.fields.get(line.pk, ()), words=_CARD if is_name else "")
        case LineKind.LOST | LineKind.CLOSED:
            return _moved(plain, line.after, line.before)
        case _:
            return _moved(plain, line.before, line.after)


def _moved(plain: LineShown, less: Said, more: Said) -> LineShown:
    """What `more` says and `less` does not; a further site of the same relation opens the days there alone."""
    relations = [one for one in more.get("relations", ()) if one not in less.get("relations", ())]
    named = [relation for relation in Relation if any(one[0] == relation for one in relations)]
    items = _items(more) - _items(less)
    if relations and not items:
        items = {Item.WORK_HISTORY}
    return replace(
        plain,
        relations=tuple(relation.label for relation in named),
        items=tuple(words for item, words in WORDS.items() if item in items),
    )


def _items(said: Said) -> set[Item]:
    items = {Item(item) for item in said.get("items", ())}
    return items.union(*(items_shown(Relation(one[0])) for one in said.get("relations", ())))


def _days(plain: LineShown, line: PreviewLine, known: _Known) -> LineShown:
    return replace(
        plain,
        site=known.sites.get(line.after["place"], _OWN_SITE),
        days=tuple(line.after["days"]),
        before=_state(line.before["state"]),
        after=_state(line.after["state"]),
    )


def _state(state: int | None) -> str:
    return _NO_RECORD if state is None else State(state).label


def _places(lines: Sequence[PreviewLine]) -> set[int]:
    return {line.after["place"] for line in lines if line.kind == LineKind.DAYS}


def _fields(lines: Sequence[PreviewLine], by: Actor, at: datetime) -> dict[int, tuple[Cell, ...]]:
    """Line → what differs, of lines of FACT."""
    rows = {line.row: line.pk for line in lines if line.kind == LineKind.FACT and line.row is not None}
    if not rows:
        return {}
    change_set = lines[0].preview.change_set
    seen = rows_seen(change_set, list(rows), by=by, at=at)
    return {rows[one.row]: one.cells for one in seen}
