"""就業履歴の測定: derivation, the list of what waits, approval of many days at once, a worker's page of any length.

`derivation`: keys per second, a thousand keys a transaction, over days that have to be written; the ratio is to one
bare multi-row upsert of the same rows a thousand. `inbox`: the page of a prime for which 100,000 days wait; the ratio
is to one for which 100 do. `bulk approval`: seconds to approve 10,000 days; the ratio is of its speed to one bare
UPDATE of the same rows. `worker page`: home, month and list of a worker with 4,500 records; the ratio is to one with
45. Each also "by size": in a register of 10^7 records, the ratio to a register of 10^5, round by round.
"""

import subprocess
from collections import defaultdict
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from bench._asked import Asked, ask, asking, databases_of
from bench._common import Row, arguments, median, report, say
from bench._deriving import Deriving
from bench.growth import career, load
from ccus.foundation import postgres_binaries
from ccus.foundation.databases import Databases

DATA = Path(__file__).with_name("history_data.sql")
SIZES = (10**5, 10**7)
MANY, FEW, BULK = 100_000, 100, 10_000
LONG_CAREER, SHORT_CAREER = 4_500, 45
WORKER_PAGES = ("home", "history", "list")


def load_history(databases: Databases, records: int, *, rounds: int) -> None:
    """A register of that many records with what waits in it."""
    load(databases, records)
    values = {"many": MANY, "few": FEW, "bulk": BULK, "rounds": rounds, "last": career()[1]}
    variables = [f"--set={name}={value}" for name, value in values.items()]
    command = [str(postgres_binaries.folder() / "psql"), "-X", "-q", "--set=ON_ERROR_STOP=1", *variables]
    subprocess.run(
        [*command, "-d", str(databases.owner), "-f", str(DATA)], check=True, stdout=subprocess.DEVNULL
    )


def deriving(registers: list[Deriving], rounds: int) -> list[Row]:
    """Both registers in turns; one round before to warm up."""
    rates: list[list[float]] = [[] for _ in registers]
    ratios: list[float] = []
    for number in range(rounds + 1):
        for register, found in zip(registers, rates, strict=True):
            made, bare = register.derived(), register.upserted()
            say(f"derivation, round {number}: {made:,.0f} keys/s, {bare:,.0f} rows/s bare")
            if number:
                found.append(made)
                ratios.append(made / bare)
    small, large = rates
    by_size = median([few / many for few, many in zip(small, large, strict=True)])
    return [
        Row("derivation", round(median(large)), "keys/s", round(median(ratios), 3)),
        Row("derivation by size", round(median(large)), "keys/s", round(by_size, 3)),
    ]


def pages(registers: list[Asked], rounds: int, requests: int) -> list[Row]:
    """What waits and a worker's pages, large and small, in both registers, in turns; one round before to warm up."""
    asked = [("inbox", 1, 2)] + [(page, LONG_CAREER, SHORT_CAREER) for page in WORKER_PAGES]
    times: dict[tuple[str, int, int], list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        for page, *subjects in asked:
            for size, register in enumerate(registers):
                for n, subject in enumerate(subjects):
                    took = ask(register, f"{page} {subject} {requests}")
                    if number:
                        times[page, size, n].append(took)
    rows = []
    for page, *_ in asked:
        large, small = times[page, 1, 0], times[page, 1, 1]
        name = page if page == "inbox" else f"worker page: {page}"
        rows.append(Row(name, round(median(large), 2), "ms", _ratio(large, small)))
        rows.append(Row(f"{name} by size", round(median(large), 2), "ms", _ratio(large, times[page, 0, 0])))
    return rows


def approvals(registers: list[Asked], rounds: int) -> list[Row]:
    """Each round approves the days of a place of its own; the plain UPDATE comes before, on the same rows."""
    rates: list[list[float]] = [[] for _ in registers]
    ratios: list[float] = []
    for place in range(3, 3 + rounds):
        for register, found in zip(registers, rates, strict=True):
            bare, made = ask(register, f"bare {place}"), ask(register, f"approve {place}")
            say(f"approval at place {place}: {made:,.0f} days/s, {bare:,.0f} rows/s bare")
            found.append(made)
            ratios.append(made / bare)
    small, large = rates
    return [
        Row("bulk approval", round(BULK / median(large), 2), f"s for {BULK:,}", round(median(ratios), 3)),
        Row("bulk approval by size", round(median(large)), "days/s", _ratio(small, large)),
    ]


def _ratio(above: list[float], below: list[float]) -> float:
    return round(median([over / under for over, under in zip(above, below, strict=True)]), 3)


def main() -> None:
    """Load, measure, print."""
    asked = arguments(
        __doc__ or "",
        rounds=(5, "rounds of derivation and of approval"),
        pages=(30, "rounds of pages"),
        requests=(3, "requests a page and round"),
        largest=(SIZES[-1], "records in the larger register"),
    )
    sizes = (SIZES[0], asked.largest)
    loading = partial(load_history, rounds=asked.rounds)
    with databases_of("history", sizes, loading) as databases, ExitStack() as stack:
        deriving_in = [Deriving(register, stack) for register in databases]
        rows = deriving(deriving_in, asked.rounds)
        visited = [stack.enter_context(asking("bench._history_pages", register)) for register in databases]
        rows += pages(visited, asked.pages, asked.requests) + approvals(visited, asked.rounds)
    report("history", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
