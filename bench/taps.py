"""タップの測定: taps per second with verdict, record and presence, against PostgreSQL doing the same by itself.

Rounds of four cases on one server, in turns: single taps (wrk, 64 connections), 100-tap requests (wrk, 16), the same
reads and writes for one tap in its own transaction (pgbench, 16 clients), one bare insert (pgbench, 64 clients).
"""

import os
import re
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import psycopg

from bench._common import Row, arguments, median, own_database, report, say
from ccus.foundation import clock, env, postgres_binaries
from ccus.foundation.databases import Databases, DatabaseUrl

HERE = Path(__file__).parent
SAME_CLIENTS, BARE_CLIENTS = 16, 64
_FIRST_DAY_BACK = 150
_SETTINGS = "-c plan_cache_mode=force_generic_plan"  # pgbench is faster with it, as the tap road is


@dataclass
class Stand:
    """The stand: the server under test, its database, and the next day that no case has used yet."""

    admin: DatabaseUrl
    databases: Databases
    port: int
    seconds: int
    workers: int
    rates: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    late: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def query(self, text: str) -> int:
        """The one number that a query answers."""
        with psycopg.connect(str(self.admin)) as connection:
            row = connection.execute(text.encode()).fetchone()
            return int(row[0]) if row else 0

    def next_day(self) -> int:
        """Midnight in Tokyo, as ms, after the last day on which anybody tapped."""
        last = self.query("select max(date_part('epoch', happened_at)) from presence")
        return (last + 9 * 3600) // 86400 * 86_400_000 + 86_400_000 - 9 * 3_600_000


def load(admin: DatabaseUrl, databases: Databases) -> None:
    """The workers, sites, chains, rosters and older records."""
    start = clock.today() - timedelta(days=_FIRST_DAY_BACK)
    say(f"loading 100,000 workers, 1,000 sites, 1,000,000 records before {start}")
    _psql(
        databases.owner,
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "-v",
        f"start={start}",
        "-f",
        str(HERE / "taps_data.sql"),
    )
    with psycopg.connect(str(admin), autocommit=True) as connection:
        connection.execute("grant select, insert on bare_tap to ccus_reader")
        with suppress(
            psycopg.errors.InsufficientPrivilege
        ):  # an owner who may not: the first rounds pay for it
            connection.execute("checkpoint")


def _psql(url: DatabaseUrl, *options: str) -> None:
    command = [str(postgres_binaries.folder() / "psql"), "-X", "-d", str(url), *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def reader_server(databases: Databases, workers: int) -> Iterator[int]:
    """The reader server as it runs in production, on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "ccus.api.readers.asgi:app",
        "--port",
        str(port),
        "--loop",
        "uvloop",
    ]
    quiet = [
        "--http",
        "httptools",
        "--no-access-log",
        "--no-proxy-headers",
        "--log-level",
        "warning",
        "--lifespan",
        "off",
    ]
    process = subprocess.Popen(
        [*command, *quiet, "--workers", str(workers)],
        cwd=env.REPOSITORY,
        env=os.environ | databases.environment(),
        stdout=sys.stderr,
    )
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError("the reader server did not start")


def wrk(stand: Stand, case: str, taps: int, connections: int) -> None:
    """One round of load over HTTP; every acknowledged tap must be stored, and none twice."""
    before = stand.query("select count(*) from tap")
    environment = os.environ | {"TAPS": str(taps), "DAY": str(stand.next_day()), "UNTIL": str(stand.seconds)}
    command = ["wrk", "-t2", f"-c{connections}", f"-d{stand.seconds + 2}s", "-s", str(HERE / "taps.lua")]
    result = subprocess.run(
        [*command, "--latency", f"http://127.0.0.1:{stand.port}/v1/taps"],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = re.search(
        r"fresh=(\d+) repeated=(\d+) requests=(\d+) errors=(\d+) p50=([\d.]+) p99=([\d.]+)", result.stdout
    )
    if told is None:
        raise RuntimeError(result.stdout + result.stderr)
    fresh, repeated, requests, errors = (int(told[place]) for place in range(1, 5))
    stored = stand.query("select count(*) from tap") - before
    if errors or stored != fresh or not requests:
        raise RuntimeError(
            f"{case}: {errors} errors, {fresh} acknowledged, {stored} stored ({result.stdout})"
        )
    stand.rates[case].append((fresh + repeated) / stand.seconds)
    stand.late[case].append(float(told[6]))


def pgbench(stand: Stand, case: str, script: str, clients: int) -> None:
    """One round of PostgreSQL by itself."""
    places = {
        "day": str(stand.next_day()),
        "clients": str(clients),
        "n": "-1",
        "id": "00000000-0000-7000-8000-000000000000",
    }
    unset = dict.fromkeys(("worker", "place", "ms"), "1")
    defined = [f"-D{name}={value}" for name, value in (places | unset).items()]
    command = [str(postgres_binaries.folder() / "pgbench"), "-n", "-M", "prepared", "-f", str(HERE / script)]
    result = subprocess.run(
        [*command, *defined, "-c", str(clients), "-j", "2", "-T", str(stand.seconds), str(stand.databases.reader)],
        env=os.environ | {"PGOPTIONS": _SETTINGS}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    rate = re.search(r"tps = ([\d.]+)", result.stdout)
    if rate is None or result.returncode:
        raise RuntimeError(result.stdout + result.stderr)
    stand.rates[case].append(float(rate[1]))


def rows_of(stand: Stand) -> list[Row]:
    """The medians, and the ratios of each round's neighbours."""

    def ratio(case: str, reference: str) -> float:
        pairs = zip(stand.rates[case], stand.rates[reference], strict=True)
        return round(median([mine / theirs for mine, theirs in pairs]), 3)

    single, many, same, bare = (median(stand.rates[case]) for case in ("single", "many", "same", "bare"))
    return [
        Row("single taps", round(single), "taps/s", ratio("single", "same")),
        Row("100-tap requests", round(many), "taps/s", ratio("many", "same")),
        Row("single taps bare", round(single), "taps/s", ratio("single", "bare")),
        Row("single taps p99", median(stand.late["single"]), "ms", 0),
        Row("pgbench, the same work", round(same), "taps/s", 1),
        Row("pgbench, bare insert", round(bare), "taps/s", 1),
    ]


def main() -> None:
    """Load, measure, print."""
    asked = arguments(
        __doc__ or "",
        rounds=(5, "rounds"),
        seconds=(10, "seconds a case and round"),
        workers=(1, "reader server processes"),
    )
    if (busy := os.getloadavg()[0]) > 1:
        say(
            f"others are at work here (load {busy:.1f}): one lane against sixteen clients gets less than its due"
        )
    with own_database("ccus_bench_taps") as (admin, databases):
        load(admin, databases)
        with reader_server(databases, asked.workers) as port:
            stand = Stand(admin, databases, port, asked.seconds, asked.workers)
            for number in range(asked.rounds):
                wrk(stand, "single", 1, 64)
                pgbench(stand, "same", "taps_same.sql", SAME_CLIENTS)
                wrk(stand, "many", 100, 16)
                pgbench(stand, "bare", "taps_bare.sql", BARE_CLIENTS)
                say(f"round {number + 1}: " + ", ".join(f"{k} {v[-1]:,.0f}" for k, v in stand.rates.items()))
    report("taps", rows_of(stand), as_json=asked.json)


if __name__ == "__main__":
    main()
