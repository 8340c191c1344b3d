"""確認をファイルにする: everything that a preview says, as a table (FIX-05)."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.reported import LineShown
from ccus.domain.corrections.showing import lines_of_preview, lines_shown
from ccus.domain.corrections.terms import LineKind

_IN_TURN = 1_000
_HEAD = (
    "内容", "止まる理由", "行", "技能者ID", "フリガナ", "事業者ID", "事業者名", "関係", "項目", "現場", "日", "前",
    "後", "説明",
)  # fmt: skip


def export_of(
    preview: UUID, *, by: Actor, at: datetime
) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
    """すべての行 as a table: (head, rows), for `ccus.entrance.attached.table_attached`; a fact has a row for each field
    that differs. Leaves traces as the pages do (FIX-13).
    """
    return _HEAD, (row for line in _all_lines(preview, by, at) for row in _rows(line))


def _all_lines(preview: UUID, by: Actor, at: datetime) -> Iterator[LineShown]:
    """Kind by kind in the order of the pages, a thousand at a time."""
    for kind in LineKind:
        last = 0
        lines = lines_of_preview(preview).filter(kind=kind).order_by("pk")
        while turn := list(lines.filter(pk__gt=last)[:_IN_TURN]):
            yield from lines_shown(turn, by=by, at=at)
            last = turn[-1].pk


def _rows(line: LineShown) -> Iterator[tuple[object, ...]]:
    for field in line.fields:
        yield (*_who(line), "", field.label, "", "", field.before, field.after, line.words)
    if line.kind is not LineKind.FACT:
        lists = ("、".join(line.relations), "、".join(line.items), line.site, "、".join(line.days))
        yield (*_who(line), *lists, line.before, line.after, line.words)


def _who(line: LineShown) -> tuple[object, ...]:
    stop = line.stop.label if line.stop is not None else ""
    return (
        line.kind.label, stop, line.row or "", line.worker_number, line.worker_kana, line.company_number,
        line.company_name,
    )  # fmt: skip
