"""反映: a turn of rows becomes registered facts, in a number of statements that does not grow with it (FIX-04)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from ccus.domain.audit.actions import Touched
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.following import follow_identity
from ccus.domain.corrections.catalogue import AFFILIATION, IDENTITY
from ccus.domain.corrections.ground import Ground, ground_of
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.planning import planned
from ccus.domain.corrections.policies import BuiltOn
from ccus.domain.corrections.terms import StopKind
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import violated
from ccus.foundation.dated import DatedFact
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import AlreadyChanged, Rewriting, rewrite

Refused = tuple[ChangeRow, StopKind, str]
"""A row that cannot be carried out, why, and the sentence."""


@dataclass(frozen=True, slots=True)
class Applied:
    """反映した行: each with the keys of the registered rows that it superseded and added; the days that it bears on."""

    done: tuple[tuple[ChangeRow, tuple[int, ...], tuple[int, ...]], ...]
    touched: tuple[Touched, ...]


class RowsRefused(Refusal):
    """反映できない行 (FIX-07): nothing of the turn is carried out while there is one."""

    def __init__(self, rows: Sequence[Refused]) -> None:
        super().__init__("反映できない行があります。その行を直すか、外してください。")
        self.rows = tuple(rows)


@dataclass(frozen=True, slots=True)
class _Plan:
    row: ChangeRow
    writing: Rewriting[DatedFact]


def owners_of(change_set: ChangeSet, rows: Sequence[ChangeRow]) -> tuple[str, set[int | None]]:
    """Whose acts run one after the other (REG-18): subject and keys, for `each_one_at_a_time`."""
    return change_set.side, {row.worker_id or row.company_id for row in rows}


def apply_turn(change_set: ChangeSet, rows: Sequence[ChangeRow], *, by: Actor, at: datetime) -> Applied:
    """一回分を登録に書く, in the caller's transaction, which has a hold on the owners (`owners_of`, REG-18).

    All rows of a worker or company are in one turn. Raises `RowsRefused` with every row that cannot be carried out.
    """
    ground = ground_of(change_set, rows, by=by, at=at)
    plans: list[_Plan] = []
    refused: list[Refused] = []
    for row in rows:
        try:
            plans.append(_Plan(row, planned(row, ground)))
        except Refusal as refusal:
            refused.append((row, _kind(refusal), refusal.sentence))
    refused = refused or _refused_of(_units(plans, ground), ground)
    if refused:
        raise RowsRefused(refused)
    if ground.kept.block.key == IDENTITY:
        follow_identity(list(ground.owners), on=day_of(at))
    return Applied(
        tuple((plan.row, _keys(plan.writing.superseded), _keys(plan.writing.added)) for plan in plans),
        tuple(_touched(plan, ground) for plan in plans) if ground.kept.block.key == AFFILIATION else (),
    )


def _units(plans: Sequence[_Plan], ground: Ground) -> list[list[_Plan]]:
    """Rows of one owner go together: one may make room for the other."""
    units: defaultdict[int, list[_Plan]] = defaultdict(list)
    for plan in plans:
        units[ground.owner_of(plan.row)].append(plan)
    return list(units.values())


def _refused_of(units: Sequence[list[_Plan]], ground: Ground) -> list[Refused]:
    """Write all of them. Where the database refuses, halves are tried until whoever is refused stands alone."""
    plans = [plan for unit in units for plan in unit]
    try:
        with transaction.atomic():
            rewrite([plan.writing for plan in plans], at=ground.at)
    except (IntegrityError, AlreadyChanged) as error:
        if len(units) == 1:
            return [(plan.row, *_why(error, ground)) for plan in _blamed(plans, ground)]
        middle = len(units) // 2
        return _refused_of(units[:middle], ground) + _refused_of(units[middle:], ground)
    return []


def _blamed(plans: Sequence[_Plan], ground: Ground) -> Sequence[_Plan]:
    """Of one owner's rows those that cannot be written after the others; all where each alone could be."""
    blamed = []
    for plan in plans if len(plans) > 1 else ():
        try:
            with transaction.atomic():
                rewrite([plan.writing], at=ground.at)
        except (IntegrityError, AlreadyChanged):
            blamed.append(plan)
    return blamed or plans


def _why(error: IntegrityError | AlreadyChanged, ground: Ground) -> tuple[StopKind, str]:
    if isinstance(error, AlreadyChanged):
        return StopKind.CHANGED, error.sentence
    refusal = ground.realm.refusals(ground.kept).get(violated(error))
    if refusal is None:
        raise error
    return StopKind.REFUSED, refusal.sentence


def _kind(refusal: Refusal) -> StopKind:
    if isinstance(refusal, BuiltOn):
        return StopKind.BUILT_ON
    return StopKind.CHANGED if isinstance(refusal, AlreadyChanged) else StopKind.REFUSED


def _keys(facts: Sequence[DatedFact]) -> tuple[int, ...]:
    return tuple(fact.pk for fact in facts)


def _touched(plan: _Plan, ground: Ground) -> Touched:
    facts = [*plan.writing.superseded, *plan.writing.added]
    ends = [fact.valid_until for fact in facts]
    until = None if None in ends else max(end for end in ends if end is not None)
    first = min(fact.valid_from for fact in facts)
    return Touched(worker=ground.owner_of(plan.row), from_on=first, until_on=until)
