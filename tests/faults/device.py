"""A gate's device as the protocol wants it: a journal, sent and sent again until the server has answered for each tap.

`Road` is what all devices of a run share: it counts, can be closed, and tells whoever waits for something to happen.
"""

import http.client
import json
import random
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from ccus.foundation import clock

PATIENCE = 180  # seconds for anything to happen, on a busy machine
LARGEST = 100  # taps in one request
FIRST_PAUSE, LONGEST_PAUSE, TRIES = 0.02, 0.5, 600


class Entry(NamedTuple):
    """One tap on a journal."""

    id: UUID
    seq: int
    card: str
    at_ms: int
    direction: str

    def sent(self) -> dict[str, Any]:
        at = datetime.fromtimestamp(self.at_ms / 1000, UTC)
        told = {"id": str(self.id), "seq": self.seq, "card": self.card, "direction": self.direction}
        return told | {"at": at.isoformat(timespec="milliseconds"), "offset_ms": 0, "shown": "kept"}


class Answer(NamedTuple):
    """What the server said of one tap, and when it had received it."""

    outcome: str
    received_at: str


class Road:
    """The way to the server, and what has passed on it."""

    def __init__(self, devices: int) -> None:
        self.moved = threading.Condition()
        self.at_work, self.is_closed = devices, False
        self.in_the_air = self.sent = self.answered = self.broken = self.done = 0

    def note(self, **numbers: int) -> None:
        """So many more of each."""
        with self.moved:
            for name, more in numbers.items():
                setattr(self, name, getattr(self, name) + more)
            self.moved.notify_all()

    def wait(self, until: Callable[[], bool], seconds: float = PATIENCE) -> bool:
        """Until it is so or nobody is at work any more. Returns whether it is so."""
        with self.moved:
            self.moved.wait_for(lambda: until() or not self.at_work, seconds)
            return until()

    @contextmanager
    def travelled(self) -> Iterator[None]:
        """One request, as soon as the road is open."""
        with self.moved:
            assert self.moved.wait_for(lambda: not self.is_closed, PATIENCE)
            self.in_the_air += 1
        try:
            yield
        finally:
            self.note(in_the_air=-1)

    @contextmanager
    def closed(self) -> Iterator[None]:
        """No request is under way, and none sets out."""
        self.is_closed = True
        try:
            assert self.wait(lambda: not self.in_the_air)
            yield
        finally:
            self.is_closed = False
            self.note()


@dataclass
class Device:
    """One reader's device. `is_hasty` forgets what it has only sent: the twin that must lose taps."""

    token: str
    port: int
    road: Road
    written: Sequence[Entry]
    is_hasty: bool = False
    acknowledged: dict[UUID, Answer] = field(default_factory=dict)
    journal: dict[UUID, Entry] = field(default_factory=dict)

    def work(self) -> None:
        """Send until the journal is empty."""
        self.journal = {entry.id: entry for entry in self.written}
        chance, failures, rest = random.Random(self.token), 0, threading.Event()
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            while self.journal:
                size = chance.randint(1, min(LARGEST, max(1, len(self.written) // 20)))
                batch = list(self.journal.values())[:size]
                if self._was_heard(line, batch):
                    failures = 0
                    continue
                failures += 1
                assert failures < TRIES, "サーバーが戻りません。"
                rest.wait(min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(failures, 8)))
        finally:
            line.close()
            self.road.note(at_work=-1)

    def _was_heard(self, line: http.client.HTTPConnection, batch: Sequence[Entry]) -> bool:
        with self.road.travelled():
            try:
                self._send(line, batch)
                response = line.getresponse()
                body = response.read()
            except (OSError, http.client.HTTPException):
                line.close()
                self.road.note(broken=1)
                return False
            if response.status != http.HTTPStatus.OK:
                assert response.status == http.HTTPStatus.SERVICE_UNAVAILABLE, body
                self.road.note(broken=1)
                return False
            told = json.loads(body)
            answers = {
                UUID(one["id"]): Answer(one["outcome"], told["received_at"]) for one in told["results"]
            }
            self.acknowledged |= answers
            self._delete(answers)
            self.road.note(answered=1)
            return True

    def _send(self, line: http.client.HTTPConnection, batch: Sequence[Entry]) -> None:
        now = clock.now().isoformat(timespec="milliseconds")
        body = json.dumps({"sent_at": now, "taps": [entry.sent() for entry in batch]})
        line.request("POST", "/v1/taps", body.encode(), {"Authorization": f"Bearer {self.token}"})
        if self.is_hasty:
            self._delete([entry.id for entry in batch])
        self.road.note(sent=1)

    def _delete(self, identifiers: Sequence[UUID] | dict[UUID, Answer]) -> None:
        gone = [self.journal.pop(identifier, None) for identifier in identifiers]
        self.road.note(done=len(gone) - gone.count(None))
