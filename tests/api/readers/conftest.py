"""The readers' door as it stands in production: its own process, its own role, a database that commits."""

import asyncio
import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPConnection
from typing import Any

import psycopg
import pytest
import uvicorn
import uvloop
from pytest_django.plugin import DjangoDbBlocker

from ccus.api.readers.asgi import Application
from ccus.api.readers.protocol import milliseconds
from ccus.domain.cards.models import Card
from ccus.domain.sites.models import Reader, StructureMember
from ccus.foundation import clock
from ccus.foundation.databases import Databases
from ccus.foundation.uuid7 import uuid7
from tests.databases import Stock, pointing_at
from tests.factories import cards, companies, sites, workers


def this_morning(hour: int = 7, minute: int = 30, *, days_ago: int = 1) -> datetime:
    """A time of day in Tokyo, yesterday if nothing else is said."""
    day = clock.today() - timedelta(days=days_ago)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.JST)


def tap(card: str, at: datetime | None = None, direction: str = "in", **values: Any) -> dict[str, Any]:
    """A tap as a reader sends it."""
    at = at or this_morning()
    identifier = uuid7(milliseconds(at))
    told = {"id": str(identifier), "seq": 1, "card": card, "at": at.isoformat(), "direction": direction}
    return told | {"offset_ms": 0, "shown": "recorded"} | values


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def results(self) -> list[Any]:
        found: list[Any] = self.json["results"]
        return found

    @property
    def reasons(self) -> list[str]:
        """The numbers of the first result's reasons."""
        return [reason["code"] for reason in self.results[0]["reasons"]]


@dataclass
class Door:
    """カードリーダーの入口: one reader's token, and the card of a worker on its site's roster."""

    port: int
    databases: Databases
    token: str
    reader: Reader
    member: StructureMember
    holder: Card

    @property
    def card(self) -> str:
        return self.holder.token

    @property
    def worker(self) -> int:
        return self.holder.worker_id

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """One request by the gate's reader."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, {"Authorization": f"Bearer {self.token}"} | headers)
            response = connection.getresponse()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def send(self, *taps: dict[str, Any], sent_at: datetime | None = None, authorization: str = "") -> Answer:
        """Hand in taps."""
        body = {"sent_at": (sent_at or clock.now()).isoformat(), "taps": taps}
        headers = {"Authorization": authorization} if authorization else {}
        return self.ask("POST", "/v1/taps", json.dumps(body).encode(), **headers)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the application reads."""
        with psycopg.connect(str(self.databases.app)) as connection:
            return connection.execute(query.encode(), values).fetchall()

    def taps(self, columns: str = "id", table: str = "tap") -> list[tuple[Any, ...]]:
        """What this gate's reader has in a table."""
        return self.rows(f"select {columns} from {table} where reader = %s", self.reader.pk)

    def unreadable(self) -> int:
        """How many items of this gate are kept raw."""
        return len(self.taps("body", "tap_unreadable"))

    def records(self, columns: str = "work_on") -> list[tuple[Any, ...]]:
        """The worker's work records."""
        return self.rows(f"select {columns} from work_record where worker = %s order by work_on", self.worker)


@dataclass(frozen=True)
class Server:
    """A running server and its database."""

    port: int
    databases: Databases
    application: Application


@contextmanager
def running(databases: Databases) -> Iterator[Server]:
    """The server in a thread; as a process of its own it stands in `tests/faults`."""
    application = Application(str(databases.reader))
    config = uvicorn.Config(application, loop="none", http="httptools", lifespan="on", log_config=None)
    server = uvicorn.Server(config)
    with (
        socket.create_server(("127.0.0.1", 0)) as opened,
        ThreadPoolExecutor(1) as pool,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        stopped = pool.submit(runner.run, server.serve([opened]))
        yield Server(opened.getsockname()[1], databases, application)
        server.should_exit = True
        stopped.result()


@pytest.fixture(scope="session")
def reader_server(stock: Stock) -> Iterator[Server]:
    """The server that all these tests share. Each has a gate of its own: site, reader, worker, card."""
    with stock.copy() as databases, running(databases) as server:
        yield server


def furnished(server: Server) -> Door:
    """A new gate with one worker who has everything that a 正式 day needs."""
    site = sites.site()
    token = f"tanmatsu-{site.pk}"
    member = sites.accept(sites.spot(site, companies.company(), sites.prime_spot(site)))
    worker = workers.worker()
    workers.affiliation(worker=worker, company=member.company)
    sites.roster_line(worker=worker, member=member)
    reader = sites.reader(site, token=token)
    return Door(server.port, server.databases, token, reader, member, cards.card(worker=worker))


@pytest.fixture
def door(
    reader_server: Server, real_clock: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Door]:
    """カードリーダーの入口, with a gate of the test's own behind it."""
    with django_db_blocker.unblock(), pointing_at(reader_server.databases):
        yield furnished(reader_server)


@pytest.fixture
def another_door(door: Door, reader_server: Server) -> Door:
    """A second gate, with a worker of its own."""
    return furnished(reader_server)
