"""開示: the only way to another person's data. An item that is not shown is not read (DISC-04)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from django.db import transaction

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure import always, policies, switches
from ccus.domain.disclosure.hidden import HIDDEN, Hidden, HiddenItem, is_hidden
from ccus.domain.disclosure.matrix import KEYS
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.traces import Look, TraceShown, leave, traces_of
from ccus.domain.workers.registered import registered_of_many
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.kept.rows import FactRow

__all__ = [
    "HIDDEN",
    "FactRow",
    "Hidden",
    "HiddenItem",
    "TraceShown",
    "WorkerSeen",
    "is_hidden",
    "traces_of",
    "worker_as_seen_by",
    "workers_as_seen_by",
]

Rows = tuple[FactRow, ...]
READ_HERE = frozenset({*KEYS.values(), Item.CARD, Item.BIRTH_YEAR, Item.BIRTH_DATE})


@dataclass(frozen=True, slots=True)
class WorkerSeen:
    """技能者, as somebody may see one. `blocks` holds the 区分 that were asked for, `HIDDEN` where not shown.

    `items`: what was shown, and is in the trace. Birth that was not asked for is `HIDDEN` too.
    """

    worker: int
    number: str
    relation: Relation
    is_withdrawn: bool
    kana: str
    card_colour: str
    main_trade: str
    birth_year: int | Hidden
    birth_on: date | Hidden
    blocks: Mapping[str, Rows | Hidden]
    items: frozenset[Item]

    @property
    def shown(self) -> Mapping[str, Rows]:
        """The 区分 that may be read."""
        return {key: rows for key, rows in self.blocks.items() if not isinstance(rows, Hidden)}

    @property
    def hidden(self) -> frozenset[str]:
        """The 区分 that say 「非公開」."""
        return frozenset(key for key, rows in self.blocks.items() if rows is HIDDEN)


def worker_as_seen_by(
    actor: Actor,
    worker: int,
    *,
    purpose: Purpose,
    reason: str = "",
    on: date | None = None,
    at: datetime,
    items: Collection[Item] | None = None,
    known_at: datetime | None = None,
) -> WorkerSeen:
    """技能者を見る, as of `on` (today unless said), and leave a trace, unless it is the worker.

    `known_at`: as the register knew it at that instant; without it by all that is known now (D-26).
    `items`: only these are read and traced; without it everything that the relation shows. Items that other rooms
    read (就業履歴) are granted and traced only if they are named. Raises `NoRelation`, `ReasonMissing`.
    """
    seen = workers_as_seen_by(
        actor, [worker], purpose=purpose, reason=reason, on=on, at=at, items=items, known_at=known_at
    )
    if not seen:
        raise policies.no_relation()
    return seen[0]


def workers_as_seen_by(
    actor: Actor,
    workers: Sequence[int],
    *,
    purpose: Purpose,
    reason: str = "",
    on: date | None = None,
    at: datetime,
    items: Collection[Item] | None = None,
    keys: Collection[str] | None = None,
    known_at: datetime | None = None,
) -> tuple[WorkerSeen, ...]:
    """技能者たちを見る: in the order of `workers`, without those of whom nothing may be shown.

    `keys`: of the items only these 区分 are read; a list reads what its rows show. The number of statements does not
    grow with the number of workers; all traces are one INSERT. Raises `ReasonMissing`.
    """
    policies.require_reason(actor, reason)
    day = on or day_of(at)
    related = policies.relations(actor, workers, purpose=purpose, on=day, at=at)
    granted = switches.granted(related, on=day)
    wanted = READ_HERE if items is None else frozenset(items)
    asked = Asked(day, wanted, known_at, frozenset(KEYS if keys is None else keys))
    everybody = always.read(related, on=day)
    looks = [Look(worker, related[worker], asked.of(granted[worker])) for worker in everybody]
    with transaction.atomic(savepoint=False):  # a row opens what is read in its own transaction (DISC-15)
        leave(actor, looks, purpose=purpose, reason=reason, at=at)
        seen = drawn(looks, everybody, asked)
    return tuple(seen[worker] for worker in dict.fromkeys(workers) if worker in seen)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: items, as of a day, as known at an instant (now, unless said), and the 区分 of them."""

    on: date
    items: frozenset[Item] = READ_HERE
    known_at: datetime | None = None
    keys: frozenset[str] = frozenset(KEYS)

    def of(self, granted: frozenset[Item]) -> frozenset[Item]:
        """What is shown of it; the card always is."""
        return granted & self.items | {Item.CARD}


def drawn(
    looks: Collection[Look], everybody: Mapping[int, always.Always], asked: Asked
) -> dict[int, WorkerSeen]:
    """The values themselves, for whoever has settled what each look may show; it neither asks nor leaves a trace."""
    granted = {look.worker: frozenset(look.items) for look in looks}
    years, dates = always.births(_with(granted, Item.BIRTH_YEAR), _with(granted, Item.BIRTH_DATE))
    keys = [key for key, item in KEYS.items() if item in asked.items and key in asked.keys]
    blocks = _blocks(granted, keys, asked.on, asked.known_at)
    return {
        look.worker: WorkerSeen(
            worker=look.worker,
            relation=look.relation,
            birth_year=years.get(look.worker, HIDDEN),
            birth_on=dates.get(look.worker, HIDDEN),
            blocks=MappingProxyType(blocks[look.worker]),
            items=granted[look.worker],
            **everybody[look.worker],
        )
        for look in looks
    }


def _with(granted: Mapping[int, frozenset[Item]], item: Item) -> list[int]:
    return [worker for worker, shown in granted.items() if item in shown]


def _blocks(
    granted: Mapping[int, frozenset[Item]], keys: Iterable[str], on: date, known_at: datetime | None
) -> dict[int, dict[str, Rows | Hidden]]:
    """区分 of each worker. Those who see the same are read together, so relations count and workers do not."""
    alike: dict[frozenset[Item], list[int]] = {}
    for worker, shown in granted.items():
        alike.setdefault(shown, []).append(worker)
    found: dict[int, dict[str, Rows | Hidden]] = {}
    for shown, workers in alike.items():
        open_keys = [key for key in keys if KEYS[key] in shown]
        read = registered_of_many(workers, on=on, known_at=known_at, keys=open_keys) if open_keys else {}
        for worker in workers:
            rows = read.get(worker, {})
            found[worker] = {key: rows.get(key, ()) if key in open_keys else HIDDEN for key in keys}
    return found
