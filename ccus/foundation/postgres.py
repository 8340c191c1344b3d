"""The PostgreSQL that comes as a wheel: for trying out, for tests and for measurements, never for production.

Each purpose (`demo`, `test`, `bench`) has its own data folder and its own server. It listens on a socket in a folder
that only its user enters, so nothing needs a password and no port can clash. Whoever uses a server holds a lock that
ends with the process; the last one to leave stops it, and what a crash left running is taken over.

On the command line: `python -m ccus.foundation.postgres run PURPOSE COMMAND …` runs a command with the addresses set.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import IO

import psycopg

from ccus.foundation import env, postgres_binaries, roles
from ccus.foundation.databases import Databases, DatabaseUrl, given, on_socket

PURPOSES = ("demo", "test", "bench")

# Durability stays as PostgreSQL ships it. Twelve years of monthly partitions take many locks in one migration.
_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "max_locks_per_transaction": "256",
    "shared_buffers": "512MB",
    "jit": "off",
    "checkpoint_timeout": "30min",
    "max_wal_size": "8GB",
    "timezone": "Asia/Tokyo",
    "log_timezone": "Asia/Tokyo",
    "log_min_messages": "warning",
}
# A test's database is over before its machine could fail: nothing waits for the disk, and the log is soon written over.
# What a crash of the server alone leaves is the same; the tests that end one by force have a server that waits
# (`tests/faults/kill.py`). Nothing runs there but what the test does: whether every older transaction has ended is
# asked of the whole server (FACT-07), and a row whose place was swept lies elsewhere than the next one.
_TESTING = {
    "autovacuum": "off",
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
    "min_wal_size": "32MB",
    "max_wal_size": "128MB",
}
_SOCKET_PATH_LIMIT = 100
_TRIES, _PAUSE = 10, 0.5
_NO_SERVER = 3  # what `pg_ctl status` answers
SEED = "ccus.seed"
"""A file in a data folder that was filled once to be copied: what it was filled with. A copy has it too."""


class PostgresFailed(Exception):
    """The embedded server did not start; the message holds the end of its log."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """One embedded server and where its things lie."""

    purpose: str
    below: Path | None = None
    seed: Path | None = None
    """The data folder of a server that stands still: this one begins from a copy of it."""

    @property
    def folder(self) -> Path:
        return (self.below or env.data_folder()) / self.purpose

    @property
    def data(self) -> Path:
        return self.folder / f"postgresql-{postgres_binaries.version().split('.')[0]}"

    @property
    def socket(self) -> Path:
        """The socket's folder: beside the data, or in the temporary folder where that path is too long."""
        if len(str(self.folder)) < _SOCKET_PATH_LIMIT - len("/.s.PGSQL.5432"):
            return self.folder
        digest = hashlib.sha256(str(self.folder).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"ccus-{os.geteuid()}-{digest}"

    @property
    def admin(self) -> DatabaseUrl:
        """The superuser's address: makes roles and databases, nothing else."""
        return DatabaseUrl(user="postgres", name="postgres", host=str(self.socket))

    def databases(self, name: str = "ccus") -> Databases:
        """The three roles' addresses of a database on this server, whether it runs or not."""
        return on_socket(self.socket, name)

    def answers(self) -> bool:
        """Whether the server takes connections now."""
        with suppress(psycopg.OperationalError):
            psycopg.connect(str(self.admin), connect_timeout=5).close()
            return True
        return False

    @contextmanager
    def held(self) -> Iterator["Embedded"]:
        """The server, running; stopped at the end unless another process still holds it. Raises PostgresFailed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "holders.lock").open("a") as holders:
            with self._alone():
                fcntl.flock(holders, fcntl.LOCK_SH)
                self._start()
            try:
                yield self
            finally:
                with self._alone():
                    self._stop_if_last(holders)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.folder / "start.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _start(self) -> None:
        if self.answers():
            return
        account = postgres_binaries.account()
        for folder in {self.folder, self.socket}:
            folder.mkdir(parents=True, exist_ok=True)
            postgres_binaries.give(folder, account)
            folder.chmod(0o700)
        if self.seed is not None:
            self._take_over(self.seed)
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        is_for_tests = self.purpose.split("-")[0] == "test"
        settings = _SETTINGS | (_TESTING if is_for_tests else {})
        settings |= {"unix_socket_directories": str(self.socket)}
        lines = [f"{name} = '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in settings.items()]
        (self.data / "ccus.conf").write_text("".join(lines))
        pause = Event()
        for _ in range(_TRIES):
            self._drop_stale_pid()
            if self._pg_ctl("start", "--log", str(self.folder / "log"), "--timeout", "120").returncode == 0:
                return
            # after a crash the old server's children may hold its memory for a moment
            pause.wait(_PAUSE)
        raise PostgresFailed(self._log_end())

    def _take_over(self, seed: Path) -> None:
        mark = self.data / SEED
        if mark.exists() and mark.read_text() == (seed / SEED).read_text():
            return
        self._drop_stale_pid()
        if (self.data / "postmaster.pid").exists():  # runs, but does not answer yet
            return
        shutil.rmtree(self.data, ignore_errors=True)
        subprocess.run(["cp", "-Rp", str(seed), str(self.data)], check=True)

    def _initialise(self) -> None:
        arguments = (
            "--auth=trust",
            "--username=postgres",
            "--encoding=UTF8",
            "--locale=C",
            "--no-instructions",
        )
        provider = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        answer = postgres_binaries.run("initdb", "--pgdata", str(self.data), *arguments, *provider)
        if answer.returncode != 0:
            raise PostgresFailed(answer.stderr)
        with (self.data / "postgresql.conf").open("a") as conf:
            conf.write("include = 'ccus.conf'\n")

    def _drop_stale_pid(self) -> None:
        """Forget the pid of a server that a crash took, which another program may have by now."""
        pid_file = self.data / "postmaster.pid"
        if not pid_file.exists():
            return
        pid = pid_file.read_text().split("\n", 1)[0].strip()
        with suppress(OSError):
            if b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes():
                return
        if Path("/proc/self").exists():
            pid_file.unlink()

    def _stop_if_last(self, holders: IO[str]) -> None:
        try:
            fcntl.flock(holders, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        if self._pg_ctl("status").returncode != _NO_SERVER:
            self._pg_ctl("stop", "--mode", "fast", "--timeout", "120")

    def _pg_ctl(self, action: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return postgres_binaries.run(
            "pg_ctl", action, "--wait", "--silent", "--pgdata", str(self.data), *arguments
        )

    def _log_end(self) -> str:
        log = self.folder / "log"
        return (
            "".join(log.read_text(errors="replace").splitlines(keepends=True)[-20:]) if log.exists() else ""
        )


def ensure_ready(admin: DatabaseUrl, databases: Databases) -> bool:
    """Roles and database, made where they are missing. Returns whether the database is new."""
    roles.ensure_roles(admin, databases)
    return roles.ensure_database(admin, databases)


@contextmanager
def server(purpose: str, below: Path | None = None) -> Iterator[tuple[DatabaseUrl, Databases]]:
    """Who may make databases, and the three addresses: the server that the environment names, else an embedded one.

    Its data lie `below` that folder, or in the data folder.

    On a server of one's own, the owner's address needs CREATEROLE and CREATEDB, or a superuser makes both before.
    """
    named = given()
    if named is not None:
        yield named.owner.called("postgres"), named
        return
    with Embedded(purpose, below).held() as embedded:
        yield embedded.admin, embedded.databases()


def main(arguments: list[str]) -> int:
    """`run PURPOSE COMMAND …`: the command's exit code, its environment holding the three addresses."""
    if len(arguments) < 3 or arguments[0] != "run" or arguments[1] not in PURPOSES:
        sys.stderr.write(f"python -m ccus.foundation.postgres run {{{'|'.join(PURPOSES)}}} COMMAND …\n")
        return 2
    try:
        with server(arguments[1]) as (admin, databases):
            ensure_ready(admin, databases)
            return subprocess.run(
                arguments[2:], env=os.environ | databases.environment(), check=False
            ).returncode
    except (PostgresFailed, psycopg.Error) as failure:
        sys.stderr.write(f"PostgreSQL: {failure}\n")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
