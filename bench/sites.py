"""現場の測定: an acceptance that heals 30 days of 5,000 workers, at a site of 500 firms.

`healing`: keys per second from the act of the first-tier firm, under which everybody works, until nothing is left to
settle; the ratio is to the bare derivation of the same days in the same run, which takes them back to waiting.
"""

from datetime import timedelta

from bench._asked import ask, asking
from bench._common import Row, arguments, median, own_database, report, say
from bench._sites import load_sites
from ccus.foundation import clock
from ccus.foundation.databases import Databases

FIRMS, LINES, DAYS = 500, 5_000, 30


def healing(databases: Databases, rounds: int) -> list[Row]:
    """Rounds of taking back and healing; one round before to warm up."""
    ratios, rates = [], []
    with asking("bench._healing", databases) as process:
        for number in range(rounds + 1):
            bare, healed = ask(process, "bare"), ask(process, "heal")
            say(f"round {number}: {bare:,.0f} bare keys/s, {healed:,.0f} healed keys/s")
            if number:
                ratios.append(healed / bare)
                rates.append(healed)
    return [Row("healing", round(median(rates)), "keys/s", round(median(ratios), 3))]


def main() -> None:
    """Load, measure, print."""
    asked = arguments(__doc__ or "", rounds=(3, "rounds of healing"), lines=(LINES, "roster lines"))
    with own_database("ccus_bench_sites") as (_, databases):
        say(f"loading a site of {FIRMS} firms and {asked.lines:,} lines, {DAYS} days")
        load_sites(databases, firms=FIRMS, lines=asked.lines, since=clock.today() - timedelta(days=DAYS))
        rows = healing(databases, asked.rounds)
    report("sites", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
