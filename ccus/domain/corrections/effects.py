"""影響: a turn is looked at, carried out, looked at again; who keeps it or takes it back stands elsewhere (FIX-04).

The preview and the release both go through here, so that the one cannot say anything else than the other does.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.corrections.applying import Applied, Refused, RowsRefused, apply_turn
from ccus.domain.corrections.catalogue import MOVES_SIGHT
from ccus.domain.corrections.days import changed_days
from ccus.domain.corrections.lines import Line, joined, opened_lines, sight_lines
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.terms import LineKind, StopKind
from ccus.domain.corrections.ties import PutRight, linked_by, superseded_by, tied
from ccus.domain.disclosure.viewers import Look, looks_at
from ccus.foundation.among import among
from ccus.foundation.clock import day_of
from ccus.foundation.entry.block import Values
from ccus.foundation.periods import ONE_DAY

_STRANGER = (
    "この事業者と技能者をつなぐものが、登録のどこにもありません。所属の申請で、双方の同意を得てください。"
)
_OPENS = "その他事業者に見えない項目が、見えるようになります。"
_OVERLAPS = "先に書かれた修正{number}が、同じ登録内容を直そうとしています。"
_LONGEST = 400
_MORE = frozenset({LineKind.GAINED, LineKind.OPENED})


@dataclass(frozen=True, slots=True)
class Carried:
    """反映した一回分: what was done, and every line of it; `stops` are those of the lines that stop."""

    applied: Applied
    lines: tuple[Line, ...]

    @property
    def stops(self) -> tuple[Line, ...]:
        """止まる理由."""
        return tuple(line for line in self.lines if line.kind is LineKind.STOP)


def carried_turn(
    change_set: ChangeSet, rows: Sequence[ChangeRow], *, by: Actor, at: datetime, with_days: bool = True
) -> Carried:
    """一回分を反映する: the rows of a turn, in the caller's transaction; rows that the register refuses are left out.

    A constant number of statements however many rows, as long as none is refused.
    """
    asked = _asked(change_set, rows, day_of(at))
    before = looks_at(asked)
    applied, refused = _applied(change_set, rows, by=by, at=at)
    seen = _moved(before, looks_at(asked))
    lines = [
        *(_stop(row, stop, words) for row, stop, words in refused),
        *_overlapping(change_set, rows),
        *_strangers(rows, applied, seen),
        *_opening(seen),
        *seen,
        *(Line(LineKind.FACT, row.worker_id, row.company_id, row.pk) for row, _, _ in applied.done),
    ]
    if with_days:
        lines += changed_days(applied.touched, at=at)
    return Carried(applied, tuple(_named(rows, lines)))


def _asked(change_set: ChangeSet, rows: Sequence[ChangeRow], today: date) -> Mapping[date, Collection[int]]:
    """Whom to look at on which day, in their order: everybody today, and again when a link that the set names begins
    or has ended: who would see on from then on, and what would open by it, comes of the correction as well.
    """
    if change_set.block not in MOVES_SIGHT:
        return {}
    asked: defaultdict[date, set[int]] = defaultdict(set)
    for row in rows:
        for day in (today, *_edges(row.seen), *_edges(row.values)):
            asked[max(today, day)].add(row.worker_id or 0)
    return dict(sorted(asked.items()))


def _edges(link: Values) -> Iterator[date]:
    if link.get("since"):
        yield date.fromisoformat(str(link["since"]))
    if link.get("until"):
        yield date.fromisoformat(str(link["until"])) + ONE_DAY


def _moved(before: Mapping[date, Look], after: Mapping[date, Look]) -> list[Line]:
    """Who gains and loses sight today; of later only who gains, and what opens, that does not so before."""
    seen: dict[tuple[LineKind, int | None, int | None], Line] = {}
    for day, was in before.items():
        is_ = after[day]
        for line in (*sight_lines(was.sights, is_.sights), *opened_lines(was.opened, is_.opened)):
            if day == min(before) or line.kind in _MORE:
                key = line.kind, line.worker, line.company
                seen[key] = joined(seen[key], line) if key in seen else line
    return list(seen.values())


def _applied(
    change_set: ChangeSet, rows: Sequence[ChangeRow], *, by: Actor, at: datetime
) -> tuple[Applied, list[Refused]]:
    """What of the turn can be done, and what the register refuses of it (FIX-07)."""
    refused: list[Refused] = []
    left = list(rows)
    while left:
        try:
            with transaction.atomic():
                return apply_turn(change_set, left, by=by, at=at), refused
        except RowsRefused as no:
            refused += no.rows
            gone = {row.pk for row, _, _ in no.rows}
            left = [row for row in left if row.pk not in gone]
    return Applied((), ()), refused


def _overlapping(change_set: ChangeSet, rows: Sequence[ChangeRow]) -> Iterator[Line]:
    """先に書かれた修正と重なる: another open set, written first, puts the same registered row right (FIX-07)."""
    bases = {row.base: row for row in rows if row.base is not None}
    others = ChangeRow.objects.filter(
        base__in=among(bases),
        dropped_at=None,
        change_set__in=ChangeSet.objects.filter(
            pk__lt=change_set.pk,
            side=change_set.side,
            block=change_set.block,
            discarded_at=None,
            done_at=None,
        ),
    )
    for base, number in others.order_by("change_set", "pk").values_list("base", "change_set__number"):
        row = bases.pop(base or 0, None)
        if row is not None:
            yield _stop(row, StopKind.OVERLAPS, _OVERLAPS.format(number=number))


def _strangers(rows: Sequence[ChangeRow], applied: Applied, seen: Sequence[Line]) -> Iterator[Line]:
    gained = {(line.worker or 0, line.company or 0): line for line in seen if line.kind is LineKind.GAINED}
    if not gained:
        return
    restored = superseded_by([row.undoes_id for row in rows if row.undoes_id])
    superseded = [key for _, keys, _ in applied.done for key in keys]
    added = [key for _, _, keys in applied.done for key in keys]
    connected = tied(gained, PutRight(added, superseded + restored)) | linked_by(restored)
    for pair in sorted(gained.keys() - connected):
        yield replace(gained[pair], kind=LineKind.STOP, stop=StopKind.STRANGER, words=_STRANGER)


def _opening(seen: Sequence[Line]) -> Iterator[Line]:
    for line in seen:
        if line.kind is LineKind.OPENED:
            yield replace(line, kind=LineKind.STOP, stop=StopKind.OPENS, words=_OPENS)


def _stop(row: ChangeRow, stop: StopKind, words: str) -> Line:
    return Line(LineKind.STOP, row.worker_id, row.company_id, row.pk, stop, words=words[:_LONGEST])


def _named(rows: Sequence[ChangeRow], lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with the row that each comes from: of a worker with several, the one that names the company."""
    numbers = dict(
        Company.objects.filter(pk__in={line.company for line in lines if line.company}).values_list(
            "pk", "number"
        )
    )
    of_worker: defaultdict[int | None, list[ChangeRow]] = defaultdict(list)
    for row in rows:
        of_worker[row.worker_id].append(row)
    for line in lines:
        own = of_worker[line.worker] if line.row is None and line.worker is not None else []
        number = numbers.get(line.company or 0)
        best = [row for row in own if number and row.values.get("company") == number] or own
        yield replace(line, row=best[0].pk) if best else line
