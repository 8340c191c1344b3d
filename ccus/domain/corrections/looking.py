"""修正のための閲覧: what is registered of somebody, and rows of a set in words; each look leaves a trace (FIX-13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.options import label as label_of_companies
from ccus.domain.corrections.bases import standing_rows
from ccus.domain.corrections.catalogue import AFFILIATION, kept_of, realm_of
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.terms import Doing, Side
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.blocks.catalogue import BY_KEY as OF_WORKERS
from ccus.domain.workers.models import Worker
from ccus.domain.workers.options import label as label_of_workers
from ccus.domain.workers.terms import Item
from ccus.foundation.entry.block import Block, Field, Values
from ccus.foundation.entry.showing import show
from ccus.foundation.identifiers import is_number
from ccus.foundation.kept.rows import FactRow

_REASON_LETTERS = 150
_TOGETHER = "\u00a0"
"""Between the digits of a number that is not to break."""

People = Mapping[tuple[str, int], tuple[str, str | None]]
"""Side and key → number and name; no name of whom nothing may be shown (any more)."""


@dataclass(frozen=True, slots=True)
class Subject:
    """直す相手: a 技能者 by フリガナ or a 事業者 by name, and the registered rows of the set's 区分."""

    number: str
    name: str
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """項目の前後, in words; "" where nothing stands."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowSeen:
    """修正の行, in words. Of a row that is to be mended no words are made: what was typed stands in `row.typed`."""

    row: ChangeRow
    number: str
    name: str
    cells: tuple[Cell, ...]


@transaction.atomic
def subject_of(change_set: ChangeSet, number: str, *, by: Actor, at: datetime) -> Subject | None:
    """Whom a number names on the side of the set; None for nobody. Leaves a trace with a worker (FIX-13)."""
    if not is_number(number):
        return None
    found = realm_of(change_set.side).model._default_manager.filter(number=number)
    owner = found.values_list("pk", flat=True).first()
    name = None if owner is None else _name(change_set, owner, by=by, at=at)
    if owner is None or name is None:
        return None
    rows = standing_rows(change_set.side, change_set.block, [owner]).get(owner, ())
    names = _names_of_firms(kept_of(change_set).block, [row.values for row in rows])
    return Subject(number, name, tuple(replace(row, values=_named(row.values, names)) for row in rows))


def rows_seen(
    change_set: ChangeSet, rows: Sequence[ChangeRow], *, by: Actor, at: datetime
) -> tuple[RowSeen, ...]:
    """Rows of a page in words, before and after, with a trace of every worker on it; four statements."""
    block = kept_of(change_set).block
    kana = {each.worker: each.kana for each in _names(change_set, rows, by=by, at=at)}
    workers = Worker.objects.filter(pk__in={row.worker_id for row in rows}).values_list("pk", "number")
    firms = Company.objects.filter(pk__in={row.company_id for row in rows})
    people: dict[tuple[str, int], tuple[str, str | None]] = {
        ("worker", pk): (number, kana.get(pk)) for pk, number in workers
    }
    for pk, number, name in firms.values_list("pk", "number", "name"):
        people["company", pk] = number, name
    names = _names_of_firms(block, [values for row in rows for values in (row.seen, row.values)])
    return tuple(_row(change_set, block, row, people, names) for row in rows)


def words_of(change_set: ChangeSet, field: Field, values: Values) -> str:
    """A value of the set's 区分 as pages write it."""
    label = label_of_workers if change_set.side == Side.WORKER else label_of_companies
    said = show(field, values.get(field.name), label=label)
    company = values.get("company_name") if field.name == "company" else None
    return f"{company}（{said.replace(' ', _TOGETHER)}）" if company else said


def _name(change_set: ChangeSet, owner: int, *, by: Actor, at: datetime) -> str | None:
    if change_set.side == Side.COMPANY:
        return Company.objects.values_list("name", flat=True).get(pk=owner)
    return next((each.kana for each in _seen(change_set, [owner], by=by, at=at)), None)


def _seen(
    change_set: ChangeSet, workers: Sequence[int], *, by: Actor, at: datetime
) -> tuple[WorkerSeen, ...]:
    """The look that is left. What is shown stands in the set or in the register's rows that a correction can name."""
    return workers_as_seen_by(
        by,
        workers,
        purpose=Purpose.CORRECTION,
        reason=f"修正 {change_set.number}：{change_set.words[:_REASON_LETTERS]}",
        at=at,
        items=_items(change_set),
        keys=(),
    )


def _names(
    change_set: ChangeSet, rows: Sequence[ChangeRow], *, by: Actor, at: datetime
) -> tuple[WorkerSeen, ...]:
    workers = list(dict.fromkeys(row.worker_id for row in rows if row.worker_id is not None))
    return _seen(change_set, workers, by=by, at=at) if workers else ()


def _items(change_set: ChangeSet) -> frozenset[Item]:
    past = {Item.PAST_EMPLOYERS} if change_set.block == AFFILIATION else set()
    return frozenset({Item.CARD, OF_WORKERS[change_set.block].item, *past})


def _names_of_firms(block: Block, rows: Sequence[Values]) -> Mapping[str, str]:
    if block.key != AFFILIATION:
        return {}
    numbers = {str(values.get("company")) for values in rows if values.get("company")}
    return dict(Company.objects.filter(number__in=numbers).values_list("number", "name"))


def _row(
    change_set: ChangeSet,
    block: Block,
    row: ChangeRow,
    people: People,
    names: Mapping[str, str],
) -> RowSeen:
    who = ("worker", row.worker_id) if row.worker_id is not None else ("company", row.company_id or 0)
    number, name = people.get(who, ("", None))
    if name is None:
        return RowSeen(row, number, "", ())
    before = {} if row.doing == Doing.ENTER else _named(row.seen, names)
    after = {} if row.doing == Doing.REMOVE else _named(row.values, names)
    cells = (
        Cell(field.label, words_of(change_set, field, before), words_of(change_set, field, after))
        for field in block.fields
    )
    return RowSeen(row, number, name, tuple(cell for cell in cells if cell.before != cell.after))


def _named(values: Values, names: Mapping[str, str]) -> Values:
    return {**values, "company_name": names.get(str(values.get("company")))}
