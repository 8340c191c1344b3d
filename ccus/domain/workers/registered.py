"""登録された事実を読む: the blocks of workers as they hold on a day, and as they were known on one (D-26).

Portals never ask here: what is shown to whom is for `ccus.domain.disclosure.reading` to say.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from ccus.domain.workers.blocks.catalogue import BY_KEY, Registered
from ccus.domain.workers.rules import year_before
from ccus.domain.workers.tables import KEPT
from ccus.foundation.entry.block import Value
from ccus.foundation.kept.rows import FactRow, Wanted, rows_of

PAST_AFFILIATION = "past_affiliation"
"""所属の経歴: employers of the past, read beside the blocks."""
KEYS = frozenset({*BY_KEY, PAST_AFFILIATION})


Facts = dict[str, tuple[FactRow, ...]]


def registered(
    worker: int, *, on: date, known_at: datetime | None = None, keys: Collection[str] | None = None
) -> Facts:
    """登録情報: block → rows that hold on a day, as known at an instant (now, unless said); one statement a block.

    Of health checks those of the last year. Other rows of a list from their day on, expired ones too, the latest
    first. Raises KeyError for a block that does not exist.
    """
    return registered_of_many([worker], on=on, known_at=known_at, keys=keys)[worker]


def registered_of_many(
    workers: Collection[int],
    *,
    on: date,
    known_at: datetime | None = None,
    keys: Collection[str] | None = None,
) -> dict[int, Facts]:
    """The same of many workers, in as many statements as of one."""
    wanted = KEYS if keys is None else frozenset(keys)
    if wanted - KEYS:
        raise KeyError(*sorted(wanted - KEYS))
    facts: dict[int, Facts] = {worker: dict.fromkeys(wanted, ()) for worker in workers}
    if not facts:
        return facts
    for key in sorted(
        wanted - {PAST_AFFILIATION} | ({"affiliation"} if PAST_AFFILIATION in wanted else set())
    ):
        holding = _holding(BY_KEY[key], on, has_past=PAST_AFFILIATION in wanted)
        of_them = Wanted("worker", facts, holding, known_at)
        by_worker: defaultdict[int, list[FactRow]] = defaultdict(list)
        for worker, row in rows_of(KEPT, BY_KEY[key], of_them, fields=_fields(BY_KEY[key])):
            by_worker[worker].append(row)
        for worker, found in by_worker.items():
            held = _arranged(key, found, on=on)
            facts[worker] |= {name: rows for name, rows in held.items() if name in wanted}
    return facts


def _fields(block: Registered) -> dict[str, str]:
    """Field → the path that reads it."""
    if block.block.key == "trades":
        return {"rank": "rank", "trade": "trade__code"}
    fields = {name: KEPT.path(block, name) for name in block.columns}
    return fields | ({"company_name": "company__name"} if block.block.key == "affiliation" else {})


def _holding(block: Registered, on: date, *, has_past: bool) -> Q:
    """Rows to read. Employers of the past only where they were asked for: what is hidden is not read (DISC-04)."""
    begun = Q(valid_from__lte=on)
    if block.block.key == "health":
        return begun & Q(valid_from__gte=year_before(on))
    if block.is_listed or (has_past and block.block.key == "affiliation"):
        return begun
    return begun & (Q(valid_until=None) | Q(valid_until__gt=on))


def _arranged(key: str, rows: list[FactRow], *, on: date) -> Facts:
    latest_first = sorted(rows, key=lambda row: (row.valid_from, row.id), reverse=True)
    if key == "affiliation":
        standing = [row for row in latest_first if row.valid_until is None or row.valid_until > on]
        return {
            key: tuple(sorted(standing, key=lambda row: not row.values["is_main"])),
            PAST_AFFILIATION: tuple(row for row in latest_first if row not in standing),
        }
    if key == "trades":
        return {key: (as_one(rows),)}
    return {key: tuple(latest_first)}


def as_one(rows: list[FactRow]) -> FactRow:
    """職種 as one row, named by its first: whoever changes trades says all of them anew."""
    ranked = {row.values["rank"]: row for row in reversed(rows)}
    first = ranked[min(ranked, key=lambda rank: int(rank or 0))]
    values: dict[str, Value] = {
        f"trade_{rank}": ranked[rank].values["trade"] if rank in ranked else None for rank in (1, 2, 3, 4)
    }
    return FactRow(first.id, values, first.valid_from, first.valid_until, first.recorded_at)
