"""現場の測定: the page of a structure of 500 firms, its drawing, and an acceptance that heals 30 days of 5,000 workers.

`structure page`: the prime's page of a site of 500 firms and 5,000 roster lines; the ratio is to that of 5 firms and 50
lines, round by round. `tree`: the layout of all of it and the drawing of the sheet that the page shows, as a share of
that page; `tree, every sheet` draws them all. The page runs in process, through every middleware, without a web server.

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
FEW_FIRMS, FEW_LINES = 5, 50
MANY, FEW = 1, 2


def pages(databases: Databases, rounds: int, requests: int) -> list[Row]:
    """Both pages and the drawing in turns; one round before to warm up."""
    many, few, tree, sheets = [], [], [], []
    with asking("bench._structure_pages", databases) as process:
        for number in range(rounds + 1):
            taken = [ask(process, f"page {place} {requests}") for place in (MANY, FEW)]
            drawn = [ask(process, f"{what} {MANY} {requests}") for what in ("tree", "sheets")]
            if number:
                many.append(taken[0])
                few.append(taken[1])
                tree.append(drawn[0])
                sheets.append(drawn[1])
    ratio = median([large / small for large, small in zip(many, few, strict=True)])
    return [
        Row("structure page", round(median(many), 2), "ms", round(ratio, 3)),
        Row(f"structure page of {FEW_FIRMS}", round(median(few), 2), "ms", 1),
        Row("tree", round(median(tree), 2), "ms", _share(tree, many)),
        Row("tree, every sheet", round(median(sheets), 2), "ms", _share(sheets, many)),
    ]


def _share(parts: list[float], wholes: list[float]) -> float:
    return round(median([part / whole for part, whole in zip(parts, wholes, strict=True)]), 3)


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
    asked = arguments(
        __doc__ or "",
        rounds=(3, "rounds of healing"),
        pages=(30, "rounds of pages"),
        requests=(3, "requests a page and round"),
        lines=(LINES, "roster lines"),
    )
    with own_database("ccus_bench_sites") as (_, databases):
        say(f"loading a site of {FIRMS} firms and {asked.lines:,} lines, {DAYS} days")
        load_sites(databases, firms=FIRMS, lines=asked.lines, since=clock.today() - timedelta(days=DAYS))
        load_sites(databases, firms=FEW_FIRMS, lines=FEW_LINES, after=1)
        rows = pages(databases, asked.pages, asked.requests) + healing(databases, asked.rounds)
    report("sites", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
