"""仮の国の測定: rows per second of `seed_demo --scale town`, facts and derived records together.

The ratio is to COPY of the same taps by themselves into the same table: what writing them alone would take.
"""

import os
import subprocess
import sys
import time

import psycopg

from bench._common import Row, arguments, median, own_database, report, say
from ccus.foundation import env, roles
from ccus.foundation.databases import Databases


def seed(databases: Databases) -> float:
    """Seconds that the command takes, start of the process included."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "manage.py", "seed_demo", "--scale", "town", "--seed", "1", "--today", "2026-11-20"],
        cwd=env.REPOSITORY,
        env=os.environ | databases.environment(),
        check=True,
        stdout=sys.stderr,
    )
    return time.perf_counter() - started


def count(databases: Databases) -> int:
    """Rows of every table that the country fills."""
    query = """
    select oid::regclass::text from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname !~ '^(django|auth|procrastinate|trade|position|insurance)'
    """
    with psycopg.connect(str(databases.owner)) as connection:
        tables = [name for (name,) in connection.execute(query).fetchall()]
        total = 0
        for name in tables:
            (found,) = connection.execute(f"select count(*) from {name}".encode()).fetchone() or (0,)
            total += int(found)
    return total


def copy_taps(databases: Databases) -> float:
    """Rows per second of a bare COPY of the country's taps into an empty table with the same keys and index."""
    with psycopg.connect(str(databases.owner), autocommit=True) as connection:
        connection.execute("create table tap_alone (like tap including indexes)")
        with connection.cursor().copy("copy (select * from tap) to stdout (format binary)") as out:
            taps = b"".join(map(bytes, out))
        started = time.perf_counter()
        cursor = connection.cursor()
        with cursor.copy("copy tap_alone from stdin (format binary)") as into:
            into.write(taps)
        rows = cursor.rowcount
        seconds = time.perf_counter() - started
        connection.execute("drop table tap_alone")
    return rows / seconds


def main() -> None:
    """Seed, copy, print; a fresh database each round."""
    asked = arguments(__doc__ or "", rounds=(3, "rounds"))
    rates, ratios, times = [], [], []
    for number in range(asked.rounds):
        with own_database("ccus_bench_seed") as (admin, databases):
            seconds = seed(databases)
            rates.append(count(databases) / seconds)
            ratios.append(rates[-1] / copy_taps(databases))
            times.append(seconds)
            roles.drop_database(admin.called("postgres"), databases.owner.name)
        say(f"round {number + 1}: {seconds:.1f} s")
    rows = [
        Row("seed", round(median(rates)), "rows/s", round(median(ratios), 3)),
        Row("town", round(median(times), 1), "s", 0),
    ]
    report("seed", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
