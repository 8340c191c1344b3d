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
from ccus.domain.work_history.arrivals import Contact, Reading, Unreadable
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
        self._taps += len(contact.readings)
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((contact, done))
        self._woken.set()
        return done

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
        count = len(group[0][0].readings)
        while self._waiting and count + len(self._waiting[0][0].readings) <= GROUP:
            group.append(self._waiting.popleft())
            count += len(group[-1][0].readings)
        self._taps -= count
        return group

    async def _store(self, contacts: Sequence[Contact]) -> None:
        """Store the contacts, alone if need be. A fault of the data blames one item, every other fault the batch."""
        for attempt in range(_ATTEMPTS):
            try:
                await self._attempt(contacts)
                return
            except psycopg.Error as error:
                state = error.sqlstate or ""
                is_last = attempt == _ATTEMPTS - 1
                if state[:2] not in _BLAMES_AN_ITEM and (state not in _TRY_AGAIN or is_last):
                    raise
                await self._roll_back(contacts)
                if state not in _TRY_AGAIN or is_last:
                    await self._isolate(contacts, error)
                    return

    async def _attempt(self, contacts: Sequence[Contact]) -> None:
        if self._database is None or self._database.is_broken:
            self._hang_up()
            self._database = await PipelinedConnection.open(self._url)
        self._database.was_warned = False
        await take(self._database, contacts)
        if self._database.was_warned:
            raise Unavailable  # committed here, but perhaps not where the database promised to have it (TAP-02)

    async def _roll_back(self, contacts: Sequence[Contact]) -> None:
        if self._database is not None:
            await self._database.run((ROLLBACK, NOTHING))
        for contact in contacts:
            for reading in contact.readings:
                reading.forget()

    async def _isolate(self, contacts: Sequence[Contact], error: psycopg.Error) -> None:
        """不良項目の切り離し: halve until the item that the database refuses stands alone (TAP-06)."""
        readings = [reading for contact in contacts for reading in contact.readings]
        if len(readings) == 1:
            _give_up(readings[0], error)
            await self._store(contacts)
            return
        if not readings:
            raise error
        middle = len(readings) // 2
        bare = [contact for contact in contacts if not contact.readings]
        await self._store([*bare, *_part(contacts, set(readings[:middle]))])
        await self._store(_part(contacts, set(readings[middle:])))
        for contact in contacts:
            contact.reader = contact.readings[0].contact.reader if contact.readings else contact.reader

    def _hang_up(self) -> None:
        if self._database is not None:
            self._database.close()
        self._database = None


def _part(contacts: Sequence[Contact], readings: set[Reading]) -> list[Contact]:
    """The contacts with these of their readings only. Items that are no taps go with one half, not with both."""
    parts = []
    for contact in contacts:
        mine = [reading for reading in contact.readings if reading in readings]
        if mine:
            unreadable = contact.unreadable if mine[0] is contact.readings[0] else []
            part = replace(contact, readings=mine, unreadable=unreadable)
            for reading in mine:
                reading.contact = part
            parts.append(part)
    return parts


def _give_up(reading: Reading, error: psycopg.Error) -> None:
    """The item that the database does not take is kept raw, with what the database said."""
    contact = reading.contact
    contact.readings = []
    contact.unreadable = [*contact.unreadable, Unreadable(body_of(reading), str(error))]
    reading.outcome, reading.reasons = Outcome.MALFORMED, (Reason.MALFORMED,)
