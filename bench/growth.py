"""成長の測定: home page and history page of workers with ten years of days, in registers of 10^5 to 10^7 records.

Three databases side by side on one server, asked in turns; the ratio is that of the largest to the smallest register,
round by round. The pages run in process, through every middleware, without a web server in between.
"""

import subprocess
from collections import defaultdict
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

from bench._asked import Asked, ask, asking, databases_of
from bench._common import Row, arguments, median, report, say
from ccus.foundation import clock, postgres_binaries
from ccus.foundation.databases import Databases

DATA = Path(__file__).with_name("growth_data.sql")
SIZES = (10**5, 10**6, 10**7)
YEARS = 10
PAGES = ("home", "history")


def career() -> tuple[date, date]:
    """The first and last day of everybody's ten years."""
    last = clock.today() - timedelta(days=1)
    return last - timedelta(days=YEARS * 365), last


def days_of_a_career() -> int:
    """Its weekdays."""
    first, last = career()
    return sum((first + timedelta(days=n)).isoweekday() < 6 for n in range((last - first).days + 1))


def load(databases: Databases, records: int) -> None:
    """A register with that many records, made anew and settled."""
    workers = records // days_of_a_career()
    first, last = career()
    say(f"loading {records:,} records: {workers:,} workers from {first} to {last}")
    values = {"workers": workers, "places": max(30, workers // 40), "first": first, "last": last}
    variables = [f"--set={name}={value}" for name, value in values.items()]
    command = [str(postgres_binaries.folder() / "psql"), "-X", "-q", "--set=ON_ERROR_STOP=1", *variables]
    subprocess.run(
        [*command, "-d", str(databases.owner), "-f", str(DATA)], check=True, stdout=subprocess.DEVNULL
    )


def measure(visitors: list[Asked], rounds: int, requests: int) -> list[Row]:
    """Rounds of all pages and registers in turns; one round before to warm up."""
    times: dict[tuple[str, int], list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        for page in PAGES:
            turns = list(zip(SIZES, visitors, strict=True))
            for records, process in turns[number % 3 :] + turns[: number % 3]:
                took = ask(process, f"{page} {requests}")
                if number:
                    times[page, records].append(took)
    rows = []
    for page in PAGES:
        small = times[page, SIZES[0]]
        for records in SIZES:
            pairs = zip(times[page, records], small, strict=True)
            ratio = round(median([large / little for large, little in pairs]), 3)
            name = f"{page} page" if records == SIZES[-1] else f"{page} page at {records:,}"
            rows.append(Row(name, round(median(times[page, records]), 2), "ms", ratio))
    return rows


def main() -> None:
    """Load, measure, print."""
    asked = arguments(
        __doc__ or "", rounds=(100, "rounds"), requests=(4, "requests a page, register and round")
    )
    with databases_of("growth", SIZES, load) as databases, ExitStack() as stack:
        visitors = [stack.enter_context(asking("bench._growth_pages", register)) for register in databases]
        rows = measure(visitors, asked.rounds, asked.requests)
    report("growth", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
