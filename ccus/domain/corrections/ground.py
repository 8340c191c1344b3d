"""登録の今: what the rows of a turn stand on, loaded for all of them at once (FIX-04)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Manager, Model, Q

from ccus.domain.codes.models import Trade
from ccus.domain.corrections.bases import Standing, standing_rows
from ccus.domain.corrections.catalogue import AFFILIATION, TRADES, Realm, kept_of, realm_of
from ccus.domain.corrections.models import ChangeDone, ChangeRow, ChangeSet
from ccus.domain.corrections.terms import Side
from ccus.domain.workers.leaving import gone_among
from ccus.domain.workers.models import Affiliation
from ccus.domain.workers.reading import simple_among
from ccus.foundation.among import among
from ccus.foundation.clock import day_of
from ccus.foundation.dated import DatedFact
from ccus.foundation.kept.catalogue import KeptBlock
from ccus.foundation.kept.rows import FactRow
from ccus.foundation.kept.tables import Known


@dataclass(frozen=True, slots=True)
class Ground:
    """登録の今 of the owners of some rows.

    `facts`: rows of the block's table that the turn names, by key; `together`: 職種 by the worker and first day;
    `gone` have left, `simple` are 簡略型; `done`: what an earlier set did, by its key; `moved_on`: of whom a 所属 was
    agreed on or ended since the set that is taken back; `known`: codes and companies.
    """

    change_set: ChangeSet
    realm: Realm
    kept: KeptBlock
    owners: Mapping[int, Model]
    seen: Mapping[int, FactRow]
    facts: Mapping[int, DatedFact]
    together: Mapping[tuple[int, date], Sequence[DatedFact]]
    gone: frozenset[int]
    simple: frozenset[int]
    done: Mapping[int, ChangeDone]
    moved_on: frozenset[int]
    known: Known
    by: object
    at: datetime

    def owner_of(self, row: ChangeRow) -> int:
        """Whose row it is (key)."""
        return int(getattr(row, f"{self.realm.owner}_id"))


def ground_of(change_set: ChangeSet, rows: Sequence[ChangeRow], *, by: object, at: datetime) -> Ground:
    """Everything that the rows are planned on; a constant number of statements."""
    realm, kept = realm_of(change_set.side), kept_of(change_set)
    owners = sorted({int(getattr(row, f"{realm.owner}_id")) for row in rows})
    is_worker = change_set.side == Side.WORKER
    done = ChangeDone.objects.in_bulk([row.undoes_id for row in rows if row.undoes_id is not None])
    facts = _facts(realm, kept, rows, owners, done)
    return Ground(
        change_set=change_set,
        realm=realm,
        kept=kept,
        owners=realm.model._default_manager.filter(pk__in=among(owners)).in_bulk(),
        seen=_by_key(standing_rows(change_set.side, kept.block.key, owners)),
        facts=facts,
        together=_together(facts) if kept.block.key == TRADES else {},
        gone=gone_among(owners) if is_worker else frozenset(),
        simple=simple_among(owners, on=day_of(at)) if is_worker else frozenset(),
        done=done,
        moved_on=_moved_on(change_set, owners),
        known=_known(realm, kept, rows),
        by=by,
        at=at,
    )


def _moved_on(change_set: ChangeSet, owners: Sequence[int]) -> frozenset[int]:
    if change_set.reverses is None or change_set.block != AFFILIATION:
        return frozenset()
    since = change_set.reverses.done_at
    links = Affiliation.objects.filter(worker__in=among(owners))
    moved = links.filter(Q(recorded_at__gt=since) | Q(superseded_at__gt=since))
    return frozenset(moved.values_list("worker", flat=True))


def _facts(
    realm: Realm,
    kept: KeptBlock,
    rows: Sequence[ChangeRow],
    owners: Sequence[int],
    done: Mapping[int, ChangeDone],
) -> dict[int, DatedFact]:
    """Of 職種 all that stand, because they are said together; what an earlier set wrote, whether it stands or not."""
    table: Manager[Any] = realm.tables.of_block[kept.block.key]._default_manager
    named = [row.base for row in rows if row.base is not None]
    named += [key for each in done.values() for key in (*each.superseded, *each.added)]
    facts = dict(table.filter(pk__in=among(named)).in_bulk())
    if kept.block.key == TRADES:
        facts |= table.filter(worker__in=among(owners), superseded_at=None).in_bulk()
    return facts


def _together(facts: Mapping[int, DatedFact]) -> dict[tuple[int, date], list[DatedFact]]:
    found: defaultdict[tuple[int, date], list[DatedFact]] = defaultdict(list)
    for fact in facts.values():
        if fact.superseded_at is None:
            found[fact.worker_id, fact.valid_from].append(fact)  # type: ignore[attr-defined] # 職種 are a worker's
    return found


def _by_key(standing: Standing) -> dict[int, FactRow]:
    return {row.id: row for rows in standing.values() for row in rows}


def _known(realm: Realm, kept: KeptBlock, rows: Sequence[ChangeRow]) -> Known:
    if kept.block.key == TRADES:
        named = {row.values[name] for row in rows for name in kept.columns if row.values.get(name)}
        return {Trade: realm.tables.keys_of(Trade, named)}
    return realm.tables.known(kept, [row.values for row in rows])
