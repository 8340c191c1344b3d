"""まとめ: the same look at the same things, over and over on one day, is one entry with a count (DISC-07)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ccus.domain.disclosure.traces import TraceShown
from ccus.foundation.clock import day_of


@dataclass(frozen=True, slots=True)
class Looked:
    """閲覧, once or several times in a row: `trace` is the newest, `first` the oldest of them."""

    trace: TraceShown
    first: TraceShown
    times: int


def folded(traces: Iterable[TraceShown]) -> list[Looked]:
    """The traces in their order; neighbours that differ in the time of day only are one."""
    return [
        Looked(alike[0], alike[-1], len(alike))
        for alike in (list(group) for _, group in groupby(traces, key=_what))
    ]


def _what(trace: TraceShown) -> tuple[object, ...]:
    return day_of(trace.at), trace.who, trace.relation, trace.purpose, trace.reason, trace.items
