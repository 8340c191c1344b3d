"""まとめて書き込む列: requests that arrive while a commit runs go into the next one (TAP-07).

One lane a process, one connection a lane, no timer: while PostgreSQL writes one batch, the next gathers. Nobody is
answered before the COMMIT that holds their taps.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

import psycopg

from ccus.api.readers.protocol import body_of
from ccus.domain.work_history.arrivals import Contact, Unreadable
from ccus.domain.work_history.intake import take
from ccus.domain.work_history.terms import Outcome, Reason
from ccus.foundation.pipelined import NOTHING, ROLLBACK, PipelinedConnection

GROUP = 2_000
"""Taps in one transaction, at most."""
QUEUE = 10_000
"""Taps waiting, at most; who comes then is sent away at once."""
_ATTEMPTS = 5
_TRY_AGAIN = {"40001", "40P01", "23505"}
_BLAMES_AN_ITEM = ("22", "23")
_log = logging.getLogger("ccus.readers")


class Unavailable(Exception):
    """ただいま受け付けられません: nothing of the request is acknowledged; the reader sends it again (503)."""


def _weight(contact: Contact) -> int:
    return len(contact.readings) + len(contact.unreadable) or 1


class Lane:
    """列: gathers contacts and stores them group by group."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._waiting: deque[tuple[Contact, asyncio.Future[None]]] = deque()
        self._taps = 0
        self._woken = asyncio.Event()
        self._database: PipelinedConnection | None = None
        self._worker = asyncio.get_running_loop().create_task(self._work())

    def put(self, contact: Contact) -> asyncio.Future[None]:
        """Queue a contact; done when its taps are committed and judged. Raises Unavailable where too many wait."""
        if self._taps >= QUEUE:
            raise Unavailable
        self._taps += _weight(contact)
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((contact, done))
        self._woken.set()
        return done

    def close(self) -> None:
        """Stop; who still waits hears nothing, and nothing of theirs is kept."""
        self._worker.cancel()
        self._hang_up()

    async def _work(self) -> None:
        while True:
            if not self._waiting:
                self._woken.clear()
                await self._woken.wait()
            group = self._next_group()
            fault: Exception | None = None
            try:
                await self._store([contact for contact, _ in group])
            except Exception as error:  # noqa: BLE001 - whatever went wrong, those who wait are told and the lane goes on
                fault = Unavailable()
                _log.error("a batch of %d requests was not stored", len(group), exc_info=error)
                self._hang_up()
            for _, done in group:
                if done.cancelled():
                    continue
                if fault is None:
                    done.set_result(None)
                else:
                    done.set_exception(fault)

    def _next_group(self) -> list[tuple[Contact, asyncio.Future[None]]]:
        group = [self._waiting.popleft()]
        count = _weight(group[0][0])
        while self._waiting and count + _weight(self._waiting[0][0]) <= GROUP:
            group.append(self._waiting.popleft())
            count += _weight(group[-1][0])
        self._taps -= count
        return group

    async def _store(self, contacts: Sequence[Contact]) -> None:
        """Store the contacts, alone if need be. A fault of the data blames one item, every other fault the batch."""
        error: psycopg.Error | None = None
        for _ in range(_ATTEMPTS):
            error = await self._attempt(contacts)
            if error is None:
                return
            if error.sqlstate not in _TRY_AGAIN:
                break
        if error is not None and (error.sqlstate or "")[:2] in _BLAMES_AN_ITEM:
            await self._isolate(contacts, error)
        elif error is not None:
            raise error

    async def _attempt(self, contacts: Sequence[Contact]) -> psycopg.Error | None:
        """Try once. Returns the error, everything undone, where another attempt or a smaller batch may do better."""
        if self._database is None or self._database.is_broken:
            self._hang_up()
            self._database = await PipelinedConnection.open(self._url)
        self._database.was_warned = False
        try:
            await take(self._database, contacts)
        except psycopg.Error as error:
            state = error.sqlstate or ""
            if state not in _TRY_AGAIN and state[:2] not in _BLAMES_AN_ITEM:
                raise
            await self._roll_back(contacts)
            return error
        if self._database.was_warned:
            raise Unavailable  # committed here, but perhaps not where the database promised to have it (TAP-13)
        return None

    async def _roll_back(self, contacts: Sequence[Contact]) -> None:
        if self._database is not None:
            await self._database.run((ROLLBACK, NOTHING))
        for contact in contacts:
            for reading in contact.readings:
                reading.forget()

    async def _isolate(self, contacts: Sequence[Contact], error: psycopg.Error) -> None:
        """不良項目の切り離し: halve until the item that the database refuses stands alone (TAP-06)."""
        count = sum(len(contact.readings) for contact in contacts)
        if count == 0:
            raise error
        if count == 1:
            for contact in contacts:
                _give_up(contact, error)
            await self._store(contacts)
            return
        for part in _halves(contacts, count // 2):
            await self._store(part)
            for half, whole in zip(part, contacts, strict=True):
                whole.reader = half.reader or whole.reader

    def _hang_up(self) -> None:
        if self._database is not None:
            self._database.close()
        self._database = None


def _halves(contacts: Sequence[Contact], middle: int) -> tuple[list[Contact], list[Contact]]:
    """The same contacts with the first `middle` readings and with the others; what is no tap goes with the first."""
    first, second = [], []
    for contact in contacts:
        first.append(replace(contact, readings=contact.readings[:middle]))
        second.append(replace(contact, readings=contact.readings[middle:], unreadable=[]))
        middle = max(0, middle - len(contact.readings))
    return first, second


def _give_up(contact: Contact, error: psycopg.Error) -> None:
    """The item that the database does not take is kept raw, with what the database said."""
    for reading in contact.readings:
        contact.unreadable = [*contact.unreadable, Unreadable(body_of(reading), str(error))]
        reading.outcome, reading.reasons = Outcome.MALFORMED, (Reason.MALFORMED,)
    contact.readings = []
