"""Defects, what was foreseen, and the truth, in one database: prints one JSON object."""

import json
import sys
import time
from dataclasses import asdict
from random import Random

import django

django.setup()

from bench._common import say  # noqa: E402 - models are known only now
from bench._defects import Here, plant  # noqa: E402
from bench._truth import compare, everybody, tapped  # noqa: E402
from ccus.domain.readiness.reading import readiness_of_many  # noqa: E402
from ccus.foundation import clock  # noqa: E402
from ccus.jobs.lines import app_line, databases  # noqa: E402
from ccus.jobs.listener import work  # noqa: E402

SITES_A_TURN = 25


def main() -> None:
    """Arguments: sites, firms, lines of each, acts, seed."""
    sites, firms, lines, acts, seed = map(int, sys.argv[1:])
    chance, at = Random(seed), clock.now()
    places = range(1, sites + 1)
    everywhere = [Here(place, firms, lines, chance, at) for place in places]
    started = time.perf_counter()
    for number, here in enumerate(everywhere):
        plant(here, acts // sites + (number < acts % sites))
    say(f"{acts:,} acts in {time.perf_counter() - started:.0f} s")
    with app_line() as line:
        work(line)
    tomorrow = everywhere[0].tomorrow
    started = time.perf_counter()
    foreseen = [
        one
        for first in range(0, sites, SITES_A_TURN)
        for one in readiness_of_many(places[first : first + SITES_A_TURN], tomorrow, at=at).values()
    ]
    took = time.perf_counter() - started
    truth = tapped(str(databases().reader), everybody(places), tomorrow, chance)
    compared = compare(foreseen, truth)
    planted: dict[str, int] = {}
    for here in everywhere:
        for name, count in here.planted.items():
            planted[name] = planted.get(name, 0) + count
    print(json.dumps({"planted": planted, "seconds": took, **asdict(compared)}), flush=True)


if __name__ == "__main__":
    main()
