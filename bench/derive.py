"""導出の測定: keys per second of full derivation, a thousand keys a transaction, over the town of `seed_demo`.

`derive` makes every record from nothing, `derive again` finds that nothing changes. The ratio is to one bare INSERT
of the same finished records into a table of the same columns and key: what writing them alone would take.
"""

import time
from collections.abc import Sequence

import psycopg

from bench._common import Row, arguments, median, own_database, report, say
from bench.seed import seed
from ccus.domain.work_history.derivation import derive
from ccus.domain.work_history.settling import KEYS_A_TURN
from ccus.domain.work_history.standing import Key
from ccus.foundation.databases import Databases
from ccus.jobs.lines import OPTIONS, alone


def keys_of(line: psycopg.Connection) -> list[Key]:
    """Every key with a record, in the order in which derivation takes them."""
    day = "work_on - date '1970-01-01'"
    return line.execute(f"select worker, place, {day} from work_record order by 1, 2, 3".encode()).fetchall()


def derive_all(line: psycopg.Connection, keys: Sequence[Key]) -> float:
    """Keys per second."""
    started = time.perf_counter()
    for first in range(0, len(keys), KEYS_A_TURN):
        alone(line, derive(keys[first : first + KEYS_A_TURN]))
    return len(keys) / (time.perf_counter() - started)


def write_bare(owner: psycopg.Connection) -> float:
    """Rows per second of the finished records into a table like theirs."""
    owner.execute("drop table if exists record_alone")
    owner.execute("create table record_alone (like work_record including indexes)")
    started = time.perf_counter()
    rows = owner.execute("insert into record_alone select * from work_record").rowcount
    return rows / (time.perf_counter() - started)


def measure(databases: Databases, rounds: int) -> list[Row]:
    """Alternating rounds over one town; its records are the same afterwards."""
    made, again, bare = [], [], []
    with (
        psycopg.connect(str(databases.app), autocommit=True, options=OPTIONS) as line,
        psycopg.connect(str(databases.owner), autocommit=True) as owner,
    ):
        keys = keys_of(line)
        say(f"{len(keys):,} keys")
        for number in range(rounds):
            bare.append(write_bare(owner))
            owner.execute("truncate work_record")
            made.append(derive_all(line, keys))
            again.append(derive_all(line, keys))
            say(
                f"round {number + 1}: {made[-1]:,.0f} made/s, {again[-1]:,.0f} again/s, {bare[-1]:,.0f} bare rows/s"
            )
    return [
        Row("derive", round(median(made)), "keys/s", round(median(made) / median(bare), 3)),
        Row("derive again", round(median(again)), "keys/s", round(median(again) / median(bare), 3)),
    ]


def main() -> None:
    """Seed the town once, then measure."""
    asked = arguments(__doc__ or "", rounds=(5, "rounds"))
    with own_database("ccus_bench_derive") as (_, databases):
        seed(databases)
        rows = measure(databases, asked.rounds)
    report("derive", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
