"""What every measurement shares: how results are printed, and databases of their own."""

import argparse
import json
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from ccus.foundation import postgres, roles
from ccus.foundation.databases import Databases, DatabaseUrl


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a result. `ratio` is to what the bench compares itself with in the same run; 0 where nothing is."""

    what: str
    value: float
    unit: str
    ratio: float


def arguments(description: str, **numbers: tuple[int, str]) -> argparse.Namespace:
    """--json, and whole numbers with their defaults and meanings."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="nothing but one JSON object on standard output")
    for name, (default, meaning) in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=default, help=f"{meaning} (default {default})")
    return parser.parse_args()


def say(text: str) -> None:
    """Progress, to standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def report(name: str, rows: Sequence[Row], *, as_json: bool) -> None:
    """The result, to standard output."""
    if as_json:
        sys.stdout.write(json.dumps({"name": name, "rows": [asdict(row) for row in rows]}) + "\n")
        return
    for row in rows:
        ratio = f"{row.ratio:8.2f} ×" if row.ratio else ""
        sys.stdout.write(f"{row.what:34s}{row.value:14,.2f} {row.unit:14s}{ratio}\n")


def median(values: Sequence[float]) -> float:
    """The median; 0 of nothing."""
    return statistics.median(values) if values else 0.0


@contextmanager
def own_database(name: str) -> Iterator[tuple[DatabaseUrl, Databases]]:
    """A migrated database beside the server's default one, made anew: (the superuser's address of it, its own)."""
    with postgres.server("bench") as (admin, databases):
        own = databases.called(name)
        roles.drop_database(admin, name)
        roles.copy_database(admin, own, databases.owner.name)
        yield admin.called(name), own
