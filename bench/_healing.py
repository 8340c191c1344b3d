"""Days taken back and healed in one database, over and over: reads "bare" or "heal", answers in keys per second."""

import sys
import time
from datetime import date

import django
import psycopg

django.setup()

from bench.derive import derive_all, keys_of  # noqa: E402 - models are known only now
from ccus.domain.audit.terms import Actor, ActorKind  # noqa: E402
from ccus.domain.sites.actions.structure import accept_invitation  # noqa: E402
from ccus.domain.sites.models import StructureAcceptance, StructureMember  # noqa: E402
from ccus.domain.work_history.standing import Key  # noqa: E402
from ccus.domain.work_history.terms import State  # noqa: E402
from ccus.foundation import clock  # noqa: E402
from ccus.jobs.lines import app_line  # noqa: E402
from ccus.jobs.listener import work  # noqa: E402

HEALER = 1002
"""The first-tier firm of site 1: everybody there works under it."""


def taken_back(line: psycopg.Connection, keys: list[Key]) -> float:
    """Without the acceptance, by bare derivation: every day waits."""
    standing = StructureAcceptance.objects.filter(member=HEALER, superseded_at=None)
    standing.update(superseded_at=clock.now())
    return derive_all(line, keys)


def healed(line: psycopg.Connection, keys: list[Key]) -> float:
    """The firm accepts; until nothing is left to settle. Raises RuntimeError where a day still waits."""
    started = time.perf_counter()
    member = StructureMember.objects.get(pk=HEALER)
    by = Actor(ActorKind.COMPANY, HEALER)
    accept_invitation(member=member, from_on=date(2026, 1, 5), by=by, at=clock.now())
    work(line)
    took = time.perf_counter() - started
    waiting = line.execute(
        "select count(*) from work_record where state <> %s", [int(State.OFFICIAL)]
    ).fetchone()
    if waiting != (0,):
        raise RuntimeError(f"{waiting} days still wait")
    return len(keys) / took


def tapped(line: psycopg.Connection) -> list[Key]:
    """The days with taps, in the order in which derivation takes them."""
    day = "(happened_at at time zone 'Asia/Tokyo')::date - date '1970-01-01'"
    return line.execute(f"select distinct worker, place, {day} from tap order by 1, 2, 3".encode()).fetchall()


def main() -> None:
    """Make the records, then serve the measurement until the input ends."""
    with app_line() as line:
        keys = tapped(line)
        derive_all(line, keys)
        if keys_of(line) != keys:
            raise RuntimeError("not every day with taps has a record")
        print("ready", flush=True)
        for asked in sys.stdin:
            rate = taken_back(line, keys) if asked.strip() == "bare" else healed(line, keys)
            print(round(rate, 1), flush=True)


if __name__ == "__main__":
    main()
