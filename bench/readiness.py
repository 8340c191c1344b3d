"""見通しの測定: defects planted by real acts on the day before, the truth being the taps made afterwards.

`found`: defects (somebody and a reason) of which the readiness knew, `missed` and `invented` should be none.
The ratio of `lines judged` is to a line a millisecond.
"""

import json
import os
import subprocess
import sys
from datetime import timedelta

from bench._common import Row, arguments, own_database, report, say
from bench._sites import load_sites
from ccus.foundation import clock, env
from ccus.foundation.databases import Databases

SITES, FIRMS, LINES, ACTS = 400, 12, 40, 15_000


def measure(databases: Databases, acts: int, seed: int) -> list[Row]:
    """All sites at once; a site more, because firms come from elsewhere."""
    load_sites(
        databases,
        sites=SITES + 1,
        firms=FIRMS,
        lines=LINES,
        since=clock.today() - timedelta(days=2),
        flawed=True,
    )
    say(f"{SITES} sites, {SITES * LINES:,} lines, {acts:,} acts, seed {seed}")
    numbers = map(str, (SITES, FIRMS, LINES, acts, seed))
    done = subprocess.run(
        [sys.executable, "-m", "bench._foreseen", *numbers],
        cwd=env.REPOSITORY,
        env=os.environ | databases.environment() | {"DJANGO_SETTINGS_MODULE": "ccus.config.settings"},
        stdout=subprocess.PIPE,
        check=True,
    )
    said = json.loads(done.stdout)
    for name, count in sorted(said["planted"].items()):
        say(f"{count:7,} {name}")
    counted = ("lines", "amber", "found", "missed", "invented")
    rows = [Row("acts planted", sum(said["planted"].values()), "acts", 0)]
    rows += [
        Row(what, said[what], "defects" if what not in {"lines", "amber"} else "people", 0)
        for what in counted
    ]
    rate = said["lines"] / said["seconds"]
    return [*rows, Row("lines judged", round(rate), "lines/s", round(rate / 1000, 3))]


def main() -> None:
    """Load, plant, foresee, tap, compare."""
    asked = arguments(__doc__ or "", acts=(ACTS, "acts"), seed=(20_261_120, "seed of the chance"))
    with own_database("ccus_bench_readiness") as (_, databases):
        rows = measure(databases, asked.acts, asked.seed)
    report("readiness", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
