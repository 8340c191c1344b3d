"""What is killed, and when: the reader server's process and PostgreSQL's, in the middle of requests."""

import os
import random
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, LiteralString

import psycopg

from ccus.foundation import env
from ccus.foundation.databases import Databases
from ccus.foundation.postgres import Embedded
from tests.faults.device import PATIENCE, Road

SERVER, DATABASE = "server", "database"
LONGEST_REQUEST = 0.03  # seconds
GLANCE = 0.005
WAITS = "select exists (select from pg_locks where not granted and pid = %(pid)s)"
IS_IDLE = "select exists (select from pg_stat_activity where pid = %(pid)s and state like 'idle%%')"


@dataclass
class ReaderServer:
    """The reader server's process. Its door stays open while it is dead; who comes then waits for the next one."""

    databases: Databases
    door: socket.socket
    log: IO[bytes]
    process: "subprocess.Popen[bytes]"

    @classmethod
    @contextmanager
    def running(cls, databases: Databases, log: IO[bytes]) -> Iterator["ReaderServer"]:
        with socket.create_server(("127.0.0.1", 0)) as door:
            server = cls(databases, door, log, cls._start(databases, door, log))
            try:
                yield server
            finally:
                server.process.kill()
                server.process.wait()

    @staticmethod
    def _start(databases: Databases, door: socket.socket, log: IO[bytes]) -> "subprocess.Popen[bytes]":
        serve = [sys.executable, "-m", "uvicorn", "ccus.api.readers.asgi:app", "--log-level", "warning"]
        return subprocess.Popen(
            [*serve, "--fd", str(door.fileno())],
            cwd=env.REPOSITORY,
            env=os.environ | databases.environment(),
            pass_fds=[door.fileno()],
            stderr=log,
        )

    def start_again(self) -> None:
        self.process.wait()
        self.process = self._start(self.databases, self.door, self.log)


@dataclass
class Siege:
    """One run: what is killed, and when."""

    postgres: Embedded
    server: ReaderServer
    road: Road
    chance: random.Random
    struck: dict[str, int]

    def stand(self, what: str, kills: int, taps: int) -> None:
        """All kills, each in its own part of the taps; a run that is over before takes no more of them."""
        strikes, road = list(self._strikes(what, kills)), self.road
        for number, strike in enumerate(strikes):
            due, answered = int((number + self.chance.uniform(0.2, 0.8)) * taps / len(strikes)), road.answered
            road.wait(lambda due=due, answered=answered: road.done >= due and road.answered > answered)  # type: ignore[misc]
            if not road.at_work:
                return
            strike()
            times = ", ".join(f"{name} {count}" for name, count in self.struck.items())
            say(f"  {times}: {road.done:,} of {taps:,} taps done, {road.broken:,} requests in vain")

    def _strikes(self, what: str, kills: int) -> Iterator[Callable[[], None]]:
        of_server = (
            self._kill_server_holding_taps,
            self._kill_server_before_its_answer,
            self._kill_server_at_some_moment,
        )
        for number in range(kills):
            if what == SERVER:
                yield of_server[number % len(of_server)]
            elif number % 2:
                yield self._kill_postgres
                yield self._kill_backend
            else:
                yield self._kill_postgres_holding_taps

    def _count(self, what: str) -> None:
        self.struck[what] = self.struck.get(what, 0) + 1

    def _some_moment_of_a_request(self) -> None:
        sent = self.road.sent
        self.road.wait(lambda: self.road.sent > sent)
        answered = self.road.answered
        self.road.wait(lambda: self.road.answered > answered, self.chance.uniform(0, LONGEST_REQUEST))

    def _hold_taps(self, pid: int) -> None:
        """The process stands still, and a request has been sent since."""
        with self.road.closed():
            os.kill(pid, signal.SIGSTOP)
            sent = self.road.sent
        self.road.wait(lambda: self.road.sent > sent)

    def _kill_server(self) -> None:
        self.server.process.kill()
        self._count("server")
        self.server.start_again()

    def _kill_server_at_some_moment(self) -> None:
        self._some_moment_of_a_request()
        self._kill_server()

    def _kill_server_holding_taps(self) -> None:
        self._hold_taps(self.server.process.pid)
        self._kill_server()

    def _kill_server_before_its_answer(self) -> None:
        """A lock holds the taps' COMMIT back until the server stands still: stored, and nobody has been told."""
        database = self.postgres.admin.called(self.server.databases.owner.name)
        backend = {"pid": self._backend()}
        with psycopg.connect(str(database), autocommit=True) as connection:
            with connection.transaction():
                connection.execute("lock table tap in share mode")
                until(lambda: holds(connection, WAITS, backend) or not self.road.at_work)
                self.server.process.send_signal(signal.SIGSTOP)
            until(lambda: holds(connection, IS_IDLE, backend))
            self._kill_server()

    def _kill_postgres(self) -> None:
        self._some_moment_of_a_request()
        self._kill_postmaster_and()

    def _kill_postgres_holding_taps(self) -> None:
        backend = self._backend()
        self._hold_taps(backend)
        self._kill_postmaster_and(backend)

    def _kill_backend(self) -> None:
        """PostgreSQL then throws everybody out and recovers by itself."""
        backend = self._backend()
        with psycopg.connect(str(self.postgres.admin)) as witness:
            self._some_moment_of_a_request()
            os.kill(backend, signal.SIGKILL)
            assert select.select([witness.fileno()], [], [], PATIENCE)[0]
        self._count("backend")
        until(self.postgres.answers)

    def _kill_postmaster_and(self, *backends: int) -> None:
        pid = int((self.postgres.data / "postmaster.pid").read_text().split("\n", 1)[0])
        with dying(pid):
            os.kill(pid, signal.SIGKILL)
            for backend in backends:
                os.kill(backend, signal.SIGKILL)
                self._count("backend")
        self._count("postmaster")
        with self.postgres.held():
            pass  # running again, and held by whoever started this

    def _backend(self) -> int:
        """The process of PostgreSQL that stores the taps."""
        asked = "select pid from pg_stat_activity where usename = 'ccus_reader' order by backend_start desc"
        with psycopg.connect(str(self.postgres.admin)) as connection:
            row = connection.execute(asked).fetchone()
        assert row, "受け付けの接続がありません。"
        return int(row[0])


def until(condition: Callable[[], bool]) -> None:
    """Look again and again. Raises TimeoutError."""
    pause = threading.Event()
    for _ in range(int(PATIENCE / GLANCE)):
        if condition():
            return
        pause.wait(GLANCE)
    raise TimeoutError


def holds(connection: psycopg.Connection, question: LiteralString, values: dict[str, int]) -> bool:
    """Whether the answer to a yes-or-no question is yes."""
    row = connection.execute(question, values).fetchone()
    return bool(row and row[0])


@contextmanager
def dying(pid: int) -> Iterator[None]:
    """At the end the process, which is nobody's child here, is dead."""
    handle = os.pidfd_open(pid)
    try:
        yield
        assert select.select([handle], [], [], PATIENCE)[0]
    finally:
        os.close(handle)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
