"""kill -9 of the reader server and of PostgreSQL in the middle of taps: `python -m tests.faults.kill --what both`.

Two devices send what is on their journals, batch after batch, while the reader server or the database is killed and
started again: at a random moment of a request, while what is killed certainly holds a request that it has not begun,
or after the COMMIT and before the answer. PostgreSQL is this script's own.
At the end each acknowledged tap must be stored once, every tap of the journals must have arrived, and the days must
be those that the facts make (TAP-03, TAP-13, REC-02). `--control` lets the devices forget what they have only sent:
taps are lost, and the count must say so.
"""

import argparse
import fcntl
import random
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import psycopg

from ccus.domain.work_history.terms import Outcome
from ccus.foundation.databases import Databases
from ccus.foundation.postgres import Embedded
from ccus.foundation.uuid7 import uuid7
from tests.databases import Stock, seed
from tests.domain.work_history.gate import (
    DIRECTIONS,
    FIRST,
    LONG_AGO,
    PRIME,
    SECOND,
    UNKNOWN_CARD,
    Gate,
    clock,
    ms,
)
from tests.faults.device import Device, Entry, Road
from tests.faults.siege import DATABASE, SERVER, ReaderServer, Siege, say

PEOPLE, PLACES = 40, (1, 2)
STRANGERS = 3  # workers whom no roster names
FIRST_DAY = "2026-04-06"
Faults = dict[str, int]


def furnish(gate: Gate) -> Gate:
    """Two sites in order, forty workers with cards, almost all on both rosters."""
    gate.furnish()
    for worker in range(3, PEOPLE + 1):
        born: dict[str, Any] = {"birth_on": date(1989, 4, 1), "registered_on": LONG_AGO.date()}
        gate.worker[worker] = gate.add("worker", number=f"{9_000 + worker:014d}", **born)
        gate.card(worker)
    for place in PLACES:
        gate.period(place)
        for tier in (PRIME, FIRST, SECOND):
            gate.accept(tier, place)
        for worker in range(1, PEOPLE + 1 - STRANGERS):
            gate.line(worker, place)
    for worker in gate.worker:
        gate.link(worker)
    gate.settle()
    return gate


def journal(gate: Gate, place: int, size: int, chance: random.Random) -> list[Entry]:
    """Days of work at one place: in and out, repeated taps, readers that do not know the direction, a strange card."""
    taps: list[tuple[int, str, str]] = []
    day = 0
    while len(taps) < size:
        for worker in gate.worker:
            if (worker + day) % len(PLACES) + 1 != place:
                continue
            card = gate.token(worker) if chance.random() > 0.01 else UNKNOWN_CARD
            for hour, direction in (("07:30", "in"), ("17:10", "out")):
                at = ms(clock(f"+{day} {hour}", FIRST_DAY)) + chance.randrange(1_200_000)
                word = direction if chance.random() > 0.1 else "auto"
                repeated = chance.random() < 0.05
                taps += [(at, card, word), (at + 120_000, card, word)][: 1 + repeated]
                gate.known.append((worker, place, datetime.fromtimestamp(at / 1000, UTC)))
        day += 1
    first = sorted(taps)[:size]
    assert {word for _, _, word in first} <= set(DIRECTIONS)
    return [Entry(uuid7(at), seq, card, at, word) for seq, (at, card, word) in enumerate(first, 1)]


def count(gate: Gate, devices: dict[int, Device]) -> tuple[dict[str, int], Faults]:
    """What happened, and what must not have happened: every number of the second part is 0."""
    columns = "reader, id, seq, outcome, received_at"
    rows: list[tuple[int, UUID, int, int, datetime]] = gate.sql(f"select {columns} from tap")
    stored = {(reader, tap) for reader, tap, *_ in rows}
    written = {(reader, entry.id) for reader, device in devices.items() for entry in device.written}
    told = {
        (reader, tap): said for reader, device in devices.items() for tap, said in device.acknowledged.items()
    }
    pairs = [
        (told[reader, tap], Outcome(outcome), at)
        for reader, tap, _, outcome, at in rows
        if (reader, tap) in told
    ]
    happened = {
        "taps on the journals": len(written),
        "acknowledged": len(told),
        "stored": len(rows),
        "  but their first answer was lost": sum(said.received_at != received(at) for said, _, at in pairs),
        "days made of them": len(gate.records()),
    }
    faults = {
        "acknowledged and not stored": len(told.keys() - stored),
        "on a journal and not stored": len(written - stored),
        "on a journal and not acknowledged": len(written - told.keys()),
        "stored twice": len(rows) - len(stored),
        "stored and on no journal": len(stored - written),
        "numbers missing or double": sum(
            _numbers_amiss(rows, reader, len(d.written)) for reader, d in devices.items()
        ),
        "told otherwise than stored": sum(said.outcome != outcome.name.lower() for said, outcome, _ in pairs),
        "days that a fresh derivation changes": len(gate.derive().changed),
        "presence not by the latest tap": len({*gate.presence()} ^ {*gate.latest_taps()}),
    }
    return happened, faults


def received(at: datetime) -> str:
    """As the answer writes it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def _numbers_amiss(rows: Sequence[tuple[int, UUID, int, int, datetime]], reader: int, last: int) -> int:
    numbers = [seq for of, _, seq, *_ in rows if of == reader]
    return len(set(range(1, last + 1)) ^ set(numbers)) + len(numbers) - len(set(numbers))


def besiege(
    stock: Stock, postgres: Embedded, what: str, *, kills: int, taps: int, is_hasty: bool = False
) -> tuple[dict[str, int], Faults]:
    """One whole run in a database of its own: what happened, and the faults."""
    chance = random.Random(taps)
    with stock.copy() as databases, (postgres.folder / "reader-server.log").open("ab") as log:
        with connected(databases) as connection:
            gate = furnish(Gate(connection))
            journals = {place: journal(gate, place, taps // len(PLACES), chance) for place in PLACES}
        road = Road(len(PLACES))
        with ReaderServer.running(databases, log) as server, ThreadPoolExecutor(len(PLACES)) as pool:
            port = server.door.getsockname()[1]
            devices = {
                gate.reader[place]: Device(gate.reader_token(place), port, road, journals[place], is_hasty)
                for place in PLACES
            }
            working = [pool.submit(device.work) for device in devices.values()]
            siege = Siege(postgres, server, road, chance, {})
            siege.stand(what, kills, taps)
            for work in working:
                work.result()
        with connected(databases) as connection:
            gate.connection = connection
            happened, faults = count(gate, devices)
    kills_made = {
        f"kills of the {name}": siege.struck.get(name, 0) for name in ("server", "postmaster", "backend")
    }
    return kills_made | {"requests in vain": road.broken} | happened, faults


def connected(databases: Databases) -> AbstractContextManager[psycopg.Connection]:
    """As the application, every statement committed."""
    return psycopg.connect(str(databases.app), autocommit=True)


@contextmanager
def own_postgres() -> Iterator[tuple[Embedded, Stock]]:
    """A PostgreSQL that nobody else uses, with its template; a second run waits for the first."""
    postgres = Embedded("kill", seed=seed())
    postgres.folder.mkdir(parents=True, exist_ok=True)
    with (postgres.folder / "run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with postgres.held():
            with psycopg.connect(str(postgres.admin), autocommit=True) as connection:
                # one call in place of one for each of thousands of files, and just as durable
                connection.execute("alter system set recovery_init_sync_method = 'syncfs'")
            stock = Stock(postgres.admin, postgres.databases())
            try:
                yield postgres, stock
            finally:
                stock.close()


def tell(results: dict[str, tuple[dict[str, int], Faults]]) -> bool:
    """The closing table. Returns whether nothing was lost and nothing is there twice."""
    say(f"{'':38}" + "".join(f"{what:>10}" for what in results))
    lines = {what: happened | faults for what, (happened, faults) in results.items()}
    for name in next(iter(lines.values())):
        say(f"{name:38}" + "".join(f"{line[name]:10,}" for line in lines.values()))
    is_well = not any(any(faults.values()) for _, faults in results.values())
    say("every tap arrived once" if is_well else "TAPS WERE LOST OR DOUBLED")
    return is_well


def main() -> int:
    """0 when nothing was lost and nothing is there twice, else 1."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--what", choices=(SERVER, DATABASE, "both"), default="both")
    parser.add_argument("--kills", type=int, default=20, help="of each (default 20)")
    parser.add_argument("--taps", type=int, default=10_000, help="of each (default 10,000)")
    parser.add_argument(
        "--control", action="store_true", help="devices that forget what they have only sent: must fail"
    )
    asked = parser.parse_args()
    results = {}
    with own_postgres() as (postgres, stock):
        for what in (SERVER, DATABASE) if asked.what == "both" else (asked.what,):
            say(f"{what}:")
            results[what] = besiege(
                stock, postgres, what, kills=asked.kills, taps=asked.taps, is_hasty=asked.control
            )
    return 0 if tell(results) else 1


if __name__ == "__main__":
    sys.exit(main())
