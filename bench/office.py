"""運営主体の測定: the list of waiting applications when 100 wait and when 10,000 do; print data of 1,000 cards.

Two databases side by side on one server, asked in turns by one officer each; the ratio is that of the long queue to
the short one, round by round. The page runs in process, through every middleware, without a web server in between.
Cards: 1,000 faces as print-ready PDF against ten times 100, in turns in one process, and its peak of memory.
"""

import subprocess
from contextlib import ExitStack
from pathlib import Path

from bench._asked import Asked, ask, asking, databases_of
from bench._common import Row, arguments, median, report, say
from ccus.foundation import postgres_binaries
from ccus.foundation.databases import Databases

DATA = Path(__file__).with_name("office_data.sql")
SIZES = (100, 10_000)
FEW, MANY = 100, 1_000


def load(databases: Databases, waiting: int) -> None:
    """A queue of that length, of every kind and age, some of it in hand."""
    say(f"loading {waiting:,} waiting applications")
    command = [str(postgres_binaries.folder() / "psql"), "-X", "-q", "--set=ON_ERROR_STOP=1"]
    subprocess.run(
        [*command, f"--set=waiting={waiting}", "-d", str(databases.owner), "-f", str(DATA)],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def measure(desks: list[Asked], rounds: int, requests: int) -> list[Row]:
    """Rounds of both queues in turns; one round before to warm up."""
    times: list[list[float]] = [[] for _ in SIZES]
    for number in range(rounds + 1):
        turns = list(zip(times, desks, strict=True))
        for taken, process in turns[:: 1 if number % 2 else -1]:
            took = ask(process, str(requests))
            if number:
                taken.append(took)
    ratio = median([long / short for short, long in zip(*times, strict=True)])
    return [
        Row("queue", round(median(times[1]), 2), "ms", round(ratio, 3)),
        Row(f"queue at {SIZES[0]:,}", round(median(times[0]), 2), "ms", 1),
    ]


def measure_cards(press: Asked, rounds: int) -> list[Row]:
    """Rounds of 1,000 cards and of ten times 100 in turns, after 100 to warm up, by which the memory is compared."""
    ask(press, str(FEW))
    small = ask(press, "memory")
    once: list[float] = []
    tens: list[float] = []
    for number in range(rounds):
        for is_many in (True, False) if number % 2 else (False, True):
            if is_many:
                once.append(ask(press, str(MANY)))
            else:
                tens.append(sum(ask(press, str(FEW)) for _ in range(MANY // FEW)))
    peak = ask(press, "memory")
    ratio = median([many / few for many, few in zip(once, tens, strict=True)])
    return [
        Row("cards", round(median(once) / 1000, 2), "s for 1,000", round(ratio, 3)),
        Row(f"cards, ten times {FEW}", round(median(tens) / 1000, 2), "s for 1,000", 1),
        Row("cards, peak of memory", round(peak, 1), "MB", round(peak / small, 3)),
    ]


def main() -> None:
    """Load, measure, print."""
    asked = arguments(
        __doc__ or "",
        rounds=(60, "rounds"),
        requests=(4, "requests a queue and round"),
        cards=(5, "rounds of 1,000 cards"),
    )
    with databases_of("office", SIZES, load) as databases, ExitStack() as stack:
        desks = [stack.enter_context(asking("bench._office_pages", queue)) for queue in databases]
        rows = measure(desks, asked.rounds, asked.requests)
        with asking("bench._office_cards", databases[0]) as press:
            rows += measure_cards(press, asked.cards)
    report("office", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
