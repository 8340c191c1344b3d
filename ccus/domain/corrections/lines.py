"""確認の行をつくる: what differs between two looks at who sees whom, and the digest of it (FIX-05, FIX-10). Pure."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from ccus.domain.corrections.terms import LineKind, StopKind
from ccus.domain.disclosure.viewers import Sight
from ccus.domain.workers.terms import Item

Opened = Mapping[int, Collection[Item]]
"""Worker → items that その他事業者 see."""
OF_SIGHT = frozenset({LineKind.GAINED, LineKind.LOST, LineKind.OPENED, LineKind.CLOSED})
"""The kinds that say who sees what of whom: a release may not find others (FIX-10)."""


@dataclass(frozen=True, slots=True)
class Line:
    """確認の行 before it is kept; keys of the database. Of who sees whom `before` and `after` hold the relations
    (with the place whose days it opens) or the opened items.
    """

    kind: LineKind
    worker: int | None = None
    company: int | None = None
    row: int | None = None
    stop: StopKind | None = None
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    words: str = ""


class Digest:
    """要約 of who gains and loses sight, over all turns in their order (FIX-10)."""

    def __init__(self) -> None:
        self._sum = sha256()

    def add(self, lines: Iterable[Line]) -> None:
        """Take in the lines of a turn; those that are not of sight do not count."""
        for line in lines:
            if line.kind in OF_SIGHT:
                said = [line.kind, line.worker, line.company, line.before, line.after]
                self._sum.update(json.dumps(said, sort_keys=True).encode())

    @property
    def hex(self) -> str:
        """64 digits."""
        return self._sum.hexdigest()


def sight_lines(before: Collection[Sight], after: Collection[Sight]) -> Iterator[Line]:
    """見える・見えなくなる: of each company and worker whose relations, or places of one, come or go."""
    stood, stands = _by_pair(before), _by_pair(after)
    for worker, company in sorted({*stood, *stands}):
        was, is_ = stood[worker, company], stands[worker, company]
        for kind in _moves(LineKind.GAINED, LineKind.LOST, was, is_):
            yield Line(kind, worker, company, before=_relations(was), after=_relations(is_))


def opened_lines(before: Opened, after: Opened) -> Iterator[Line]:
    """その他事業者: of each worker of whom items open, or close."""
    for worker in sorted({*before, *after}):
        was, is_ = set(before.get(worker, ())), set(after.get(worker, ()))
        for kind in _moves(LineKind.OPENED, LineKind.CLOSED, was, is_):
            yield Line(kind, worker, before={"items": sorted(was)}, after={"items": sorted(is_)})


def joined(line: Line, later: Line) -> Line:
    """一行にする: a line with what a line of the same pair brings on a later day, though it may stand today as well."""
    (what, stands), *_ = later.after.items()
    brought = [each for each in stands if each not in later.before[what]]
    before = [each for each in line.before[what] if each not in brought]
    more = [each for each in brought if each not in line.after[what]]
    return replace(line, before={what: before}, after={what: sorted([*line.after[what], *more])})


def _moves(
    more: LineKind, less: LineKind, was: AbstractSet[object], is_: AbstractSet[object]
) -> Iterator[LineKind]:
    if is_ - was:
        yield more
    if was - is_:
        yield less


def _by_pair(sights: Collection[Sight]) -> defaultdict[tuple[int, int], set[tuple[str, int]]]:
    found: defaultdict[tuple[int, int], set[tuple[str, int]]] = defaultdict(set)
    for sight in sights:
        found[sight.worker, sight.company].add((sight.relation.value, sight.place))
    return found


def _relations(seen: Collection[tuple[str, int]]) -> dict[str, Any]:
    return {"relations": sorted([relation, place] for relation, place in seen)}
