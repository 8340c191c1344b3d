"""Real databases for tests: a migrated template, built once, and copies of it.

Append-only tables refuse a flush by TRUNCATE, so a test that commits gets a copy of its own.
"""

import fcntl
import hashlib
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.db import connections

from ccus.foundation import env, postgres, roles
from ccus.foundation.databases import Databases, DatabaseUrl, given

_AS_REGISTER = {"options": "-c ccus.reader=register"}
"""What a test itself does and reads, the register does (DISC-16); requests begin as nobody (`tests/nobody.py`)."""
_MEMORY, _ROOM = Path("/dev/shm"), 2 * 2**30


class Stock:
    """The template and its copies on one server. Locks tell other runs which databases are in use."""

    def __init__(self, admin: DatabaseUrl, databases: Databases) -> None:
        self._admin, self._server = admin, databases
        self._session = psycopg.connect(str(admin), autocommit=True)
        self.template = f"ccus_template_{_migrations_digest()}"
        self._run = f"ccus_copy_{os.getpid()}_{os.urandom(3).hex()}"
        self._counter = itertools.count(1)
        self._lock(self._run, "pg_advisory_lock_shared")
        self._lock(f"{self.template} made", "pg_advisory_lock")
        try:
            self._drop_left_over()
            self._lock(self.template, "pg_advisory_lock_shared")
            if not self._exists(self.template):
                self._build()
        finally:
            self._lock(f"{self.template} made", "pg_advisory_unlock")

    @contextmanager
    def copy(self) -> Iterator[Databases]:
        """A migrated database of one's own, dropped at the end."""
        copy = self._server.called(f"{self._run}_{next(self._counter)}")
        roles.copy_database(self._admin, copy, self.template)
        try:
            yield copy
        finally:
            roles.drop_database(self._admin, copy.owner.name)

    def _build(self) -> None:
        unfinished = self._server.called(self.template.replace("template", "unfinished"))
        roles.drop_database(self._admin, unfinished.owner.name)
        postgres.ensure_ready(self._admin, unfinished)
        migrate = [sys.executable, "manage.py", "migrate", "--skip-checks", "--verbosity", "0"]
        subprocess.run(migrate, cwd=env.REPOSITORY, env=os.environ | unfinished.environment(), check=True)
        rename = f'ALTER DATABASE "{unfinished.owner.name}" RENAME TO "{self.template}"'
        with psycopg.connect(str(self._admin), autocommit=True) as connection:
            connection.execute(rename.encode())

    def _drop_left_over(self) -> None:
        """Copies of runs that ended badly, and templates of other migrations that no run uses."""
        query = "SELECT datname FROM pg_database WHERE datname ~ '^ccus_(copy|template)_'"
        for (name,) in self._session.execute(query).fetchall():
            used_by = name.rsplit("_", 1)[0] if name.startswith("ccus_copy_") else name
            if used_by not in {self._run, self.template} and self._lock(used_by, "pg_try_advisory_lock"):
                roles.drop_database(self._admin, name)
                self._lock(used_by, "pg_advisory_unlock")

    def _exists(self, name: str) -> bool:
        return bool(self._session.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone())

    def _lock(self, name: str, function: str) -> bool:
        key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
        row = self._session.execute(f"SELECT {function}(%s)".encode(), [key]).fetchone()
        return bool(row and row[0])

    def close(self) -> None:
        """Let other runs have what this one held."""
        self._session.close()


def _migrations_digest() -> str:
    """Changes whenever a migrated database could look different."""
    domain = env.REPOSITORY / "ccus"
    data = {
        path for path in (domain / "domain").rglob("*") if path.suffix in {".sql", ".csv", ".json", ".tsv"}
    }
    files = {
        *domain.rglob("migrations/*.py"),
        *data,
        domain / "config/settings.py",
        domain / "foundation/roles.py",
    }
    digest = hashlib.sha256((env.REPOSITORY / "requirements" / "run.txt").read_bytes())
    for path in sorted(files, key=str):
        digest.update(str(path.relative_to(domain)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def stocked() -> Iterator[Stock]:
    """The test server, started where none is named, with its template.

    Each process of a run on several cores has a server of its own: whether every older transaction has ended is asked
    of the whole server (FACT-07), not of one database.
    """
    process = os.environ.get("PYTEST_XDIST_WORKER", "")
    with _server(f"test{process and '-'}{process}") as (admin, databases):
        stock = Stock(admin, databases)
        try:
            yield stock
        finally:
            stock.close()


@contextmanager
def _server(purpose: str) -> Iterator[tuple[DatabaseUrl, Databases]]:
    if given() is not None:
        with postgres.server(purpose) as named:
            yield named
        return
    with postgres.Embedded(purpose, in_memory(), seed()).held() as embedded:
        yield embedded.admin, embedded.databases()


def seed() -> Path:
    """The data folder of a server that stands still and has the template: whoever comes first migrates, once for all.

    Each set of migrations has its own folder; making one removes the others.
    """
    digest, below = _migrations_digest(), in_memory() or env.data_folder()
    below.mkdir(parents=True, exist_ok=True)
    with (below / "seed.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        maker = postgres.Embedded(f"test-seed-{digest}", below)
        if not (maker.data / postgres.SEED).exists():
            for old in {*below.glob("test-seed-*")} - {maker.folder}:
                shutil.rmtree(old)
            with maker.held():
                Stock(maker.admin, maker.databases()).close()
            (maker.data / postgres.SEED).write_text(digest)
    return maker.data


def in_memory() -> Path | None:
    """A folder in memory, where the machine has one with room; it is gone with the next start.

    A copy is two thousand small files, made and deleted again and again: ext4 takes ten times as long for them.
    """
    if env.text("CCUS_DATA") or not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < _ROOM:
        return None
    clone = hashlib.sha256(bytes(env.REPOSITORY)).hexdigest()[:8]
    folder = _MEMORY / f"ccus-{os.geteuid()}-{clone}"
    folder.mkdir(exist_ok=True)
    return folder if folder.stat().st_uid == os.geteuid() else None


@contextmanager
def pointing_at(databases: Databases) -> Iterator[None]:
    """Django, and every process started inside, speak to these databases."""
    connection = connections["default"]
    connection.close()
    settings, kept_environment = connections.settings["default"], os.environ.copy()
    kept = dict(settings)
    settings.update(databases.app.django() | {"OPTIONS": _AS_REGISTER | dict(databases.app.options)})
    os.environ.update(databases.environment())
    try:
        yield
    finally:
        connections.close_all()
        settings.update(kept)
        for name in databases.environment():
            os.environ.pop(name)
            if name in kept_environment:
                os.environ[name] = kept_environment[name]
