"""The tap road in one process: what a reader sends, taken into the database as the readers' server does it."""

import asyncio
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple

from ccus.api.readers import protocol
from ccus.domain.work_history.intake import take
from ccus.foundation.pipelined import PipelinedConnection
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


class TapRoad:
    """受け入れ: one connection as the readers' role, on an event loop of its own."""

    def __init__(self, runner: asyncio.Runner, database: PipelinedConnection) -> None:
        self._runner, self._database = runner, database

    def send(self, gate: Gate, taps: Iterable[Sent], received: datetime) -> None:
        """One batch, committed: a request for each place."""
        held = list(taps)
        contacts = []
        for place in {tap.place for tap in held}:
            items = [tap.body(gate) for tap in held if tap.place == place]
            body = json.dumps({"sent_at": received.isoformat(), "taps": items}).encode()
            token = hashlib.sha256(gate.reader_token(place).encode()).digest()
            contacts.append(protocol.read(body, token, ms(received)).contact)
        self._runner.run(take(self._database, contacts))


@contextmanager
def tap_road(url: str) -> Iterator[TapRoad]:
    """The tap road to a database."""
    with asyncio.Runner() as runner:
        database = runner.run(PipelinedConnection.open(url))
        try:
            yield TapRoad(runner, database)
        finally:
            database.close()
