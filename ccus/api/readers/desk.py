"""問い合わせ: what a reader may ask besides handing in taps: its site, and what became of one tap. Reads only."""

import asyncio
import hashlib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import psycopg

from ccus.api.readers import desk_sql as sql
from ccus.api.readers.lane import Unavailable
from ccus.api.readers.protocol import encode
from ccus.domain.work_history import rules
from ccus.domain.work_history.arrivals import Reading
from ccus.domain.work_history.terms import Direction, Outcome, Reason, Shown
from ccus.foundation.pipelined import Call, PipelinedConnection, Row
from ccus.foundation.uuid7 import time_of

_SEEN_WITHIN = 60 * rules.DAY


class Desk:
    """窓口: one connection for questions, apart from the lane that writes."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._alone = asyncio.Lock()
        self._database: PipelinedConnection | None = None

    async def _run(self, *calls: Call) -> list[list[Row]]:
        """Raises Unavailable where the database does not answer."""
        async with self._alone:
            try:
                if self._database is None or self._database.is_broken:
                    self._database = await PipelinedConnection.open(self._url)
                return await self._database.run(*calls)
            except psycopg.Error as error:
                self.close()
                raise Unavailable from error

    def close(self) -> None:
        """Let go of the database."""
        if self._database is not None:
            self._database.close()
        self._database = None

    async def is_well(self) -> bool:
        """Whether the database answers."""
        try:
            await self._run((sql.PING, {}))
        except Unavailable:
            return False
        return True

    async def tap(self, token: bytes, identifier: UUID) -> Reading | None:
        """The tap with this id that the token's reader handed in, with its answer; None where none is held."""
        at = time_of(identifier)
        [rows] = await self._run((sql.TAP, {"token": token, "id": identifier.bytes, "at": at}))
        if not rows:
            return None
        outcome, reasons, name, day, days, counted = rows[0]
        reading = Reading(identifier.bytes, 0, "", "", at, None, Direction.IN, Shown.KEPT)
        reading.outcome, reading.reasons, reading.name = Outcome(outcome), tuple(map(Reason, reasons)), name
        reading.day, reading.days_this_month = day, days
        reading.counted = None if counted is None else Direction(counted)
        return reading

    async def may_enter(self, token: bytes, now: int) -> bool:
        """Whether the token is that of a reader in use."""
        [rows] = await self._run((sql.MAY_ENTER, {"token": token, "now": now}))
        return bool(rows)

    async def site(self, token: bytes, now: int) -> dict[str, Any] | None:
        """現場の写し: what the reader's device needs to judge by itself; None for an unknown or revoked token."""
        asked = {"token": token, "today": rules.day_of(now), "now": now, "since": now - _SEEN_WITHIN}
        heads, periods, cards, today = await self._run(
            (sql.SITE, asked), (sql.SITE_PERIODS, asked), (sql.SITE_CARDS, asked), (sql.SITE_TODAY, asked)
        )
        if not heads:
            return None
        reader, name, number, site_name, prime = heads[0]
        salt = hashlib.sha256(b"gate" + token).hexdigest()[:32]
        people, blocked = _people_and_blocked(cards, salt, now)
        return {
            "reader": {"id": reader, "name": name},
            "site": {"number": number, "name": site_name, "prime": prime},
            "periods": [[since, until] for since, until in periods],
            "today": today[0][0],
            "people": people,
            "salt": salt,
            "blocked": blocked,
        }


def _people_and_blocked(
    rows: Iterable[Row], salt: str, now: int
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """People expected here by card and by number alone; cards that open nothing, with the reason's number."""
    people: dict[str, str] = {}
    blocked: dict[str, str] = {}
    numbers: dict[str, str] = {}
    for number, token, facts, name, is_expected in map(_card_row, rows):
        refusal = rules.admit(facts, now)
        if refusal is not None:
            blocked[token] = refusal.code
            if refusal == Reason.WORKER_WITHDRAWN:
                blocked[number] = refusal.code
        elif is_expected:
            people[token] = numbers[number] = name
    people |= numbers
    return (
        [{"card": _hash(salt, digits), "name_kana": name} for digits, name in sorted(people.items())],
        [{"card": _hash(salt, digits), "reason": reason} for digits, reason in sorted(blocked.items())],
    )


def _card_row(row: Row) -> tuple[str, str, rules.CardFacts, str, bool]:
    number, token, worker, issued, expires, is_lost, revoked, is_away, name, is_expected = row
    losses = ((0, None),) if is_lost else ()
    away = ((0, None),) if is_away else ()
    return (
        number,
        token,
        rules.CardFacts(worker, issued, expires, losses, revoked, away),
        name or "",
        is_expected,
    )


def _hash(salt: str, digits: str) -> str:
    return hashlib.sha256((salt + digits).encode()).hexdigest()


def etag_of(site: dict[str, Any]) -> bytes:
    """The mark of a copy of the site, the same as long as nothing in it changes."""
    return b'"' + hashlib.sha256(encode(site)).hexdigest()[:32].encode() + b'"'
