"""運営主体の測定: the list of waiting applications when 100 wait and when 10,000 do.

Two databases side by side on one server, asked in turns by one officer each; the ratio is that of the long queue to
the short one, round by round. The page runs in process, through every middleware, without a web server in between.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench._common import Row, arguments, median, report, say
from ccus.foundation import env, postgres, postgres_binaries, roles
from ccus.foundation.databases import Databases

DATA = Path(__file__).with_name("office_data.sql")
SIZES = (100, 10_000)


@contextmanager
def queues() -> Iterator[list[Databases]]:
    """The two databases, the short queue first; dropped at the end."""
    with postgres.server("bench") as (admin, template), ExitStack() as stack:
        found = []
        for waiting in SIZES:
            own = template.called(f"ccus_bench_office_{waiting}")
            roles.drop_database(admin, own.owner.name)
            roles.copy_database(admin, own, template.owner.name)
            stack.callback(roles.drop_database, admin, own.owner.name)
            load(own, waiting)
            found.append(own)
        yield found


def load(databases: Databases, waiting: int) -> None:
    """A queue of that length, of every kind and age, some of it in hand."""
    say(f"loading {waiting:,} waiting applications")
    command = [str(postgres_binaries.folder() / "psql"), "-X", "-q", "--set=ON_ERROR_STOP=1"]
    subprocess.run(
        [*command, f"--set=waiting={waiting}", "-d", str(databases.owner), "-f", str(DATA)],
        check=True,
        stdout=subprocess.DEVNULL,
    )


@contextmanager
def desk(databases: Databases) -> Iterator["subprocess.Popen[str]"]:
    """A process in which an officer asks for the list of one database."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bench._office_pages"],
        cwd=env.REPOSITORY,
        env=os.environ | databases.environment() | {"DJANGO_SETTINGS_MODULE": "ccus.config.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        _answer(process)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _answer(process: "subprocess.Popen[str]") -> str:
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise RuntimeError("an officer went away")
    return line


def ask(process: "subprocess.Popen[str]", count: int) -> float:
    """The median time of `count` requests, in ms."""
    if process.stdin is None:
        raise RuntimeError("an officer cannot be asked")
    process.stdin.write(f"{count}\n")
    process.stdin.flush()
    return float(_answer(process))


def measure(desks: list["subprocess.Popen[str]"], rounds: int, requests: int) -> list[Row]:
    """Rounds of both queues in turns; one round before to warm up."""
    times: list[list[float]] = [[] for _ in SIZES]
    for number in range(rounds + 1):
        turns = list(zip(times, desks, strict=True))
        for taken, process in turns[:: 1 if number % 2 else -1]:
            took = ask(process, requests)
            if number:
                taken.append(took)
    ratio = median([long / short for short, long in zip(*times, strict=True)])
    return [
        Row("queue", round(median(times[1]), 2), "ms", round(ratio, 3)),
        Row(f"queue at {SIZES[0]:,}", round(median(times[0]), 2), "ms", 1),
    ]


def main() -> None:
    """Load, measure, print."""
    asked = arguments(__doc__ or "", rounds=(60, "rounds"), requests=(4, "requests a queue and round"))
    with queues() as databases, ExitStack() as stack:
        desks = [stack.enter_context(desk(queue)) for queue in databases]
        rows = measure(desks, asked.rounds, asked.requests)
    report("office", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
