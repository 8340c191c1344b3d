"""Passwords tried on many IDs at once: 10^5 guesses over 10^4 IDs from thousands of networks, honest people among them.

A real database, two processes that share a simulated clock: the spray lasts ten minutes of it. A guess of ten goes
through the whole page, the others end where the page asks for the account; a guess of ten has a birth date by chance.
`until stopped`: from the first guess to the last one of which a password was compared, but for those whose birth date
was right by chance, which are said apart. Honest people own IDs that are guessed at: four of five at a browser that
signed in before, one of ten mistypes first. Hashing costs little there, because it decides nothing; the medians of
known and unknown IDs are taken with the real cost, in turns, afterwards.
"""

import json
import os
import subprocess
import sys
import time

from bench._common import Row, arguments, median, own_database, report, say
from ccus.foundation import env
from ccus.foundation.databases import Databases

PROCESSES, SECONDS, A_BAR = 2, 600, 30
Part = subprocess.Popen[str]
Said = dict[str, list[float]]


def measure(databases: Databases, *, guesses: int, ids: int, honest: int) -> list[Row]:
    """Open the accounts, spray, and compare known with unknown IDs."""
    say(f"{guesses:,} guesses over {ids:,} IDs, {honest:,} honest sign-ins among them")
    _said(_process(databases, "accounts", ids))
    running = [
        _process(databases, "spray", guesses, ids, honest, part, PROCESSES) for part in range(PROCESSES)
    ]
    started = time.perf_counter()
    for second in range(SECONDS):
        for process in running:
            _tell(process, second)
        for process in running:
            _hear(process)
        if second % A_BAR == A_BAR - 1:
            done = (second + 1) / SECONDS
            bar = "#" * round(20 * done)
            say(f"[{bar:20s}] {done:4.0%} of ten minutes in {time.perf_counter() - started:4.0f} s")
    parts = [_said(process) for process in running]
    say("known and unknown IDs, in turns")
    return [*_of_spray(parts, ids), *_of_comparison(_said(_process(databases, "compare", ids)))]


def _of_spray(parts: list[Said], ids: int) -> list[Row]:
    total = {name: [value for part in parts for value in part[name]] for name in parts[0]}
    known, new = total["known"], total["new"]
    people = known + new
    return [
        Row("guesses", len(total["guesses"]), "guesses", 0),
        Row("IDs", ids, "IDs", 0),
        Row("passwords compared", len(total["compared"]), "guesses", 0),
        Row("with the right date by chance", len(total["by_chance"]), "guesses", 0),
        Row("until stopped", round(max(total["compared"], default=0), 2), "s, simulated", 0),
        Row("honest sign-ins", round(100 * sum(people) / len(people), 3), "%", 0),
        Row("at a browser that was known", round(100 * sum(known) / len(known), 3), "%", 0),
        Row("at a new browser", round(100 * sum(new) / len(new), 3), "%", 0),
        Row("known browsers asked for more", sum(total["asked_though_known"]), "people", 0),
        Row("a guess by the page", round(median(total["pages"]), 2), "ms", 0),
    ]


def _of_comparison(compared: Said) -> list[Row]:
    rows = []
    for what, label in (
        ("sign_in", "wrong password"),
        ("sprayed", "wrong birth date"),
        ("forgotten", "forgotten"),
    ):
        known, unknown = median(compared[f"{what}_known"]), median(compared[f"{what}_unknown"])
        rows += [
            Row(f"{label}, known ID", round(known, 2), "ms", 0),
            Row(f"{label}, unknown ID", round(unknown, 2), "ms", round(unknown / known, 3)),
        ]
    return [*rows, Row("answers that differ", sum(compared["differing"]), "bodies", 0)]


def _process(databases: Databases, *asked: object) -> Part:
    more = {"DJANGO_SETTINGS_MODULE": "ccus.config.settings", "SECRET_KEY": "spray"}
    return subprocess.Popen(
        [sys.executable, "-m", "bench._spraying", *map(str, asked)],
        cwd=env.REPOSITORY,
        env=os.environ | databases.environment() | more,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _tell(process: Part, second: int) -> None:
    if process.stdin is not None:
        process.stdin.write(f"{second}\n")
        process.stdin.flush()


def _hear(process: Part) -> None:
    if process.stdout is None or not process.stdout.readline():
        raise RuntimeError("a process of the spray went away")


def _said(process: Part) -> Said:
    """What a process says at its end."""
    output, _ = process.communicate()
    if process.returncode:
        raise RuntimeError(f"a process of the spray ended with {process.returncode}")
    said: Said = json.loads(output.splitlines()[-1])
    return said


def main() -> None:
    """A database of its own, then the spray."""
    asked = arguments(
        (__doc__ or "").partition("\n")[0],
        guesses=(100_000, "guesses"),
        ids=(10_000, "IDs"),
        honest=(2_000, "honest sign-ins"),
    )
    with own_database("ccus_bench_spray") as (_, databases):
        rows = measure(databases, guesses=asked.guesses, ids=asked.ids, honest=asked.honest)
    report("spray", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
