"""開示の測定: the list of 200 own workers, with a row of 閲覧の記録 for each, against the list without disclosure.

`list`: CPU of one page, of the application and of its database backend together. The ratio is to the same page with the
same template and facts, read as plainly as can be: no relation, no setting, no trace. Both in turns in one process,
medians of rounds. The page runs through every middleware, without a web server in between. The clock's row says the
same of time passed.
"""

import subprocess
from pathlib import Path

from bench._asked import ask, asking
from bench._common import Row, arguments, median, own_database, report, say
from ccus.foundation import postgres_binaries
from ccus.foundation.databases import Databases

DATA = Path(__file__).with_name("disclosure_data.sql")
WORKERS = 200


def load(databases: Databases) -> None:
    """An employer with its workers."""
    say(f"loading {WORKERS} own workers")
    command = [str(postgres_binaries.folder() / "psql"), "-X", "-q", "--set=ON_ERROR_STOP=1"]
    subprocess.run(
        [*command, f"--set=workers={WORKERS}", "-d", str(databases.owner), "-f", str(DATA)],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def measure(databases: Databases, rounds: int, requests: int) -> list[Row]:
    """Rounds of both in turns; one round before to warm up."""
    taken: dict[str, list[float]] = {"cpu": [], "cpu plain": [], "clock": [], "clock plain": []}
    with asking("bench._disclosure_pages", databases) as process:
        for number in range(rounds + 1):
            for how in ("", " plain") if number % 2 else (" plain", ""):
                cpu = ask(process, f"page{how} {requests}")
                clock = ask(process, "clock")
                if number:
                    taken[f"cpu{how}"].append(cpu)
                    taken[f"clock{how}"].append(clock)
    return [
        _row("list", taken["cpu"], taken["cpu plain"]),
        Row("list without disclosure", round(median(taken["cpu plain"]), 2), "ms of CPU", 1),
        _row("list, by the clock", taken["clock"], taken["clock plain"], "ms"),
    ]


def _row(what: str, shown: list[float], plain: list[float], unit: str = "ms of CPU") -> Row:
    ratio = median([one / other for one, other in zip(shown, plain, strict=True)])
    return Row(what, round(median(shown), 2), unit, round(ratio, 3))


def main() -> None:
    """Load, measure, print."""
    asked = arguments(__doc__ or "", rounds=(30, "rounds"), requests=(5, "requests of each page and round"))
    with own_database("ccus_bench_disclosure") as (_, databases):
        load(databases)
        rows = measure(databases, asked.rounds, asked.requests)
    report("disclosure", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
