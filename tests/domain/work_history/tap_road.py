"""The tap road in one process: what a reader sends, taken into the database as the readers' server does it."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple

import psycopg

from ccus.api.readers import protocol
from ccus.domain.work_history.arrivals import Contact
from ccus.domain.work_history.intake import take
from ccus.foundation.pipelined import Call, PipelinedConnection, Row, Statement
from tests.domain.work_history.gate import DIRECTIONS, Gate, ms, tap_id


class Sent(NamedTuple):
    """A tap as a reader sends it; `salt` tells taps of the same millisecond apart."""

    at: datetime
    direction: int
    worker: int
    place: int
    salt: int
    offset_ms: int = 0
    by_number: bool = False

    def body(self, gate: Gate) -> dict[str, object]:
        """As JSON. The raw clock is behind by the offset."""
        raw = self.at - timedelta(milliseconds=self.offset_ms)
        return {
            "id": str(tap_id(raw, self.salt)),
            "seq": self.salt,
            "card": gate.number(self.worker) if self.by_number else gate.token(self.worker),
            "at": raw.isoformat(timespec="milliseconds"),
            "direction": DIRECTIONS[self.direction],
            "shown": "kept",
            "offset_ms": self.offset_ms,
        }


def contacts_of(gate: Gate, taps: Iterable[Sent], received: datetime) -> list[Contact]:
    """What the readers' server makes of these taps: a request for each place."""
    held = list(taps)
    contacts = []
    for place in {tap.place for tap in held}:
        items = [tap.body(gate) for tap in held if tap.place == place]
        body = json.dumps({"sent_at": received.isoformat(), "taps": items}).encode()
        token = hashlib.sha256(gate.reader_token(place).encode()).digest()
        contacts.append(protocol.read(body, token, ms(received)).contact)
    return contacts


class HeldLine(PipelinedConnection):
    """A line to the database that waits for `go` before it sends the round trip holding `before`."""

    url: str
    before: Statement | None = None
    without: Statement | None = None

    def hold(self, before: Statement, without: Statement | None = None) -> None:
        """Hold before this statement, and leave another one out."""
        self.before, self.without = before, without
        self.reached, self.go = asyncio.Event(), asyncio.Event()

    async def run(self, *calls: Call) -> list[list[Row]]:
        """The round trip, split where it is held."""
        if self.before is None:
            return await super().run(*calls)
        kept = [NOTHING_ASKED if call[0] is self.without else call for call in calls]
        places = [n for n, call in enumerate(kept) if call[0] is self.before]
        if not places:
            return await super().run(*kept)
        first = await super().run(*kept[: places[0]]) if places[0] else []
        self.before = None
        self.reached.set()
        await self.go.wait()
        return first + await super().run(*kept[places[0] :])


_WAITING = """
select exists (select from pg_locks l join pg_stat_activity a on a.pid = l.pid
               where not l.granted and a.datname = current_database())
"""
NOTHING_ASKED: Call = (Statement("nothing_asked", "select ''"), {})


class TapRoad:
    """受け入れ: one connection as the readers' role, on an event loop of its own."""

    def __init__(self, runner: asyncio.Runner, line: HeldLine) -> None:
        self._runner, self.line = runner, line

    def send(self, gate: Gate, taps: Iterable[Sent], received: datetime) -> None:
        """One batch, committed."""
        self.hand_in(contacts_of(gate, taps, received))

    def hand_in(self, contacts: Sequence[Contact]) -> None:
        """The same for contacts that are at hand."""
        self._runner.run(take(self.line, contacts))

    def meanwhile(self, contacts: Sequence[Contact], do: Callable[[], object]) -> None:
        """One batch, held where the line says while something else is done in a thread of its own.

        If that waits for the batch's locks, the batch goes on; else it goes on afterwards.
        """
        self._runner.run(self._meanwhile(contacts, do))

    async def _meanwhile(self, contacts: Sequence[Contact], do: Callable[[], object]) -> None:
        batch = asyncio.create_task(take(self.line, contacts))
        await self.line.reached.wait()
        done = asyncio.create_task(asyncio.to_thread(do))
        while not done.done():
            if await asyncio.to_thread(self.is_waited_for):
                break
        self.line.go.set()
        await batch
        await done

    def is_waited_for(self) -> bool:
        """Whether somebody waits for a lock."""
        with psycopg.connect(self.line.url) as watcher:
            row = watcher.execute(_WAITING).fetchone()
        return bool(row and row[0])


@contextmanager
def tap_road(url: str) -> Iterator[TapRoad]:
    """The tap road to a database."""
    with asyncio.Runner() as runner:
        line = runner.run(HeldLine.open(url))
        line.url = url
        try:
            yield TapRoad(runner, line)
        finally:
            line.close()
