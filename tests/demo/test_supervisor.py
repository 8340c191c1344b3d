"""The demo's supervisor: servers start together, end together, and one that ends is named."""

import os
import socket
import sys
from argparse import Namespace
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest

from ccus.demo.run import demo_servers
from ccus.demo.servers import Server, ServerEnded, is_taken, wait_until_answering, watch
from ccus.demo.setting import DemoRefused, begin_anew, is_seeded, note_seeded
from ccus.foundation.databases import Databases, on_socket

pytestmark = [pytest.mark.usefixtures("real_clock"), pytest.mark.thorough]


def _is_free(port: int) -> bool:
    with socket.socket() as probe, suppress(OSError):
        probe.bind(("127.0.0.1", port))
        return True
    return False


def _free_ports(many: int) -> list[int]:
    """Below those that the system gives to whoever asks for any: nobody gets one before its server has it."""
    first = 10_000 + os.getpid() % 10_000
    return list(islice(filter(_is_free, range(first, 30_000)), many))


def _web_server(port: int) -> Server:
    command = (sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port))
    return Server(f"web {port}", command, os.environ)


def test_servers_answer_while_they_are_watched_and_not_afterwards(tmp_path: Path) -> None:
    ports = _free_ports(2)
    with watch([_web_server(port) for port in ports], tmp_path) as running:
        wait_until_answering(running, ports)
        assert all(is_taken(port) for port in ports)
    assert not any(is_taken(port) for port in ports)


def test_a_server_that_ends_by_itself_is_named_with_its_last_words(tmp_path: Path) -> None:
    last_words = Server("gate", (sys.executable, "-c", "raise SystemExit('no card today')"), os.environ)
    with (
        watch([last_words], tmp_path) as running,
        pytest.raises(ServerEnded, match=r"gate ended[\s\S]*no card today"),
    ):
        running.wait()


def test_no_server_that_people_reach_knows_the_owner() -> None:
    known = on_socket(Path("/nowhere"), "ccus").environment() | {"SECRET_KEY": "s"}
    options = Namespace(port=1, reader_port=2, dev=False)
    told = {server.name: set(known) & set(server.environment) for server in demo_servers(known, options)}
    assert told["portal"] == {"DATABASE_URL", "SECRET_KEY"}
    assert told["readers"] == {"READER_DATABASE_URL"}
    assert told["jobs"] == set(known)


def test_a_country_is_invented_once(fresh_database: Databases) -> None:
    assert not is_seeded(fresh_database)
    note_seeded(fresh_database)
    assert is_seeded(fresh_database)


def test_a_database_that_no_demo_made_is_never_dropped(fresh_database: Databases) -> None:
    with pytest.raises(DemoRefused, match="was not made by bin/demo"):
        begin_anew(fresh_database.owner, fresh_database)
