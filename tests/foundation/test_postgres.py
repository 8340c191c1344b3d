"""The embedded server: shared by whoever holds it, taken over after a crash."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from ccus.foundation import env, postgres
from ccus.foundation.databases import APP, OWNER, READER
from ccus.foundation.postgres import Embedded

pytestmark = pytest.mark.usefixtures("real_clock")


@pytest.fixture(scope="module")
def data_folder() -> Iterator[Path]:
    """A data folder of the tests' own, where also the server's account may go."""
    env.data_folder().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=env.data_folder()) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def embedded(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Embedded:
    monkeypatch.setenv("CCUS_DATA", str(data_folder))
    return Embedded("test")


def _kill(embedded: Embedded) -> None:
    os.kill(int((embedded.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)


def test_the_last_one_to_leave_stops_the_server(embedded: Embedded) -> None:
    with embedded.held():
        with embedded.held():
            assert embedded.answers()
        assert embedded.answers()
    assert not embedded.answers()


def test_a_killed_server_starts_again_with_what_was_committed(embedded: Embedded) -> None:
    with embedded.held():
        with psycopg.connect(str(embedded.admin)) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS fact")
        _kill(embedded)
        with embedded.held(), psycopg.connect(str(embedded.admin)) as connection:
            assert connection.execute("SELECT fact FROM kept").fetchone() == (1,)


def test_the_number_of_a_process_that_is_no_server_stands_in_nobodys_way(embedded: Embedded) -> None:
    with embedded.held():
        pass
    (embedded.data / "postmaster.pid").write_text(f"{os.getpid()}\n{embedded.data}\n")
    with embedded.held():
        assert embedded.answers()


def test_a_server_begins_with_what_one_that_stands_still_was_filled_with(embedded: Embedded) -> None:
    with embedded.held(), psycopg.connect(str(embedded.admin)) as connection:
        connection.execute("CREATE TABLE seeded AS SELECT 2 AS fact")
    (embedded.data / postgres.SEED).write_text("filled")
    second = Embedded("test-second", seed=embedded.data)
    for rows in (1, 2):  # the second time it keeps what it has
        with second.held(), psycopg.connect(str(second.admin)) as connection:
            assert connection.execute("SELECT count(*) FROM seeded").fetchone() == (rows,)
            connection.execute("INSERT INTO seeded VALUES (3)")


def test_its_three_roles_sign_in_and_none_is_a_superuser(embedded: Embedded) -> None:
    with embedded.held():
        databases = embedded.databases()
        postgres.ensure_ready(embedded.admin, databases)
        assert not postgres.ensure_ready(embedded.admin, databases)
        for url, role in ((databases.owner, OWNER), (databases.app, APP), (databases.reader, READER)):
            with psycopg.connect(str(url)) as connection:
                row = connection.execute("SELECT current_user, current_setting('is_superuser')").fetchone()
                assert row == (role, "off")
