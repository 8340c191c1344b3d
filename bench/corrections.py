"""登録の修正の測定: the preview of a correction of 100,000 rows of 所属, one of them with a wrong company (FIX-04).

`previewed` is the whole preview as its job makes it, days among it; its ratio is to a thousand rows a second.
`statements`: of a turn of a thousand rows; the same in every turn, or several are printed.
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

ROWS, SITES, FIRMS, DAYS = 100_000, 250, 60, 2


def measure(databases: Databases, rows: int) -> list[Row]:
    """A row for each worker, who all have days at work."""
    lines = -(-rows // SITES)
    load_sites(databases, sites=SITES, firms=FIRMS, lines=lines, since=clock.today() - timedelta(days=DAYS))
    say(f"{SITES * lines:,} workers of {SITES * FIRMS:,} firms at {SITES} sites, {rows:,} rows")
    done = subprocess.run(
        [sys.executable, "-m", "bench._correcting", str(rows), str(FIRMS)],
        cwd=env.REPOSITORY,
        env=os.environ | databases.environment() | {"DJANGO_SETTINGS_MODULE": "ccus.config.settings"},
        stdout=subprocess.PIPE,
        check=True,
    )
    said = json.loads(done.stdout)
    rate = rows / said["seconds"]
    return [
        Row("previewed", round(rate), "rows/s", round(rate / 1000, 3)),
        Row("the whole preview", round(said["seconds"], 1), "s", 0),
        Row("the slowest turn", round(said["slowest"], 2), "s", 0),
        *(Row("statements", count, "a turn", 0) for count in said["statements"]),
        *(Row(f"lines: {kind}", count, "lines", 0) for kind, count in said["lines"].items()),
        *(Row(f"stops: {stop}", count, "lines", 0) for stop, count in said["stops"].items()),
    ]


def main() -> None:
    """Load, write, preview."""
    asked = arguments(__doc__ or "", rows=(ROWS, "rows"))
    with own_database("ccus_bench_corrections") as (_, databases):
        rows = measure(databases, asked.rows)
    report("corrections", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
