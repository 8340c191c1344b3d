"""帳票の測定: 作業員名簿 of 200 rows beside one of 20 rows and an empty one, laid out as PDF, and as Excel.

Every round has other words, because Typst remembers what it has laid out before; the sizes take turns, and a ratio is
that of one round. `of the cores` is what the cores worked, whoever else keeps them busy; `first` is a process that has
just begun, which reads the letters too.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from time import perf_counter, process_time

from bench._common import Row, arguments, median, report, say
from ccus.documents.roster import COLUMNS, roster_pdf, roster_xlsx
from ccus.domain.papers.contents import RosterPaper, RosterSheet
from ccus.domain.papers.values import Cell, Firm, Of, SitePlace, Spot
from ccus.domain.sites.terms import SpotState

SIZES = (0, 20, 200)
WORDS = "東京都港区虎ノ門四丁目一番一号見本荘玉掛け技能講習足場の組立て等作業主任者"
DAY, MADE_AT = date(2026, 11, 20), datetime(2026, 11, 20, 3, tzinfo=UTC)
NUMBERS = {"years": 12, "age": 51}


def paper(rows: int, salt: int) -> RosterPaper:
    """作業員名簿 with cells as long as real ones; another `salt`, other words."""
    lines = tuple(_row(number, salt) for number in range(1, rows + 1))
    prime = Firm("見本建設株式会社", number="20000000000017")
    site = SitePlace("30000000000013", f"見本ビル{salt}", "東京都港区", prime, DAY, None, "民間")
    spot = Spot(1, "", 1, (0, 1), 1, Firm("見本工業", number="20000000000025"), SpotState.ACCEPTED)
    return RosterPaper(Of(site, DAY, MADE_AT, spot), (RosterSheet(spot, None, lines),))


def _row(number: int, salt: int) -> dict[str, Cell]:
    """A row whose words fill their cells by half to one line and a half."""
    text = WORDS[(number * 7 + salt) % len(WORDS) :] + WORDS
    cells: dict[str, Cell] = {
        field: text[at : at + int(column.width / 2.6 * (0.5 + (number + at) % 3 / 2))]
        for column in COLUMNS
        for at, field in enumerate(column.fields)
    }
    return cells | {"no": number, "name": f"建設 {number}{salt}", "birth_on": DAY} | NUMBERS


def took(
    make: Callable[[RosterPaper], bytes], rows: int, salt: int, clock: Callable[[], float] = perf_counter
) -> float:
    """Seconds for one paper, by a clock."""
    made = paper(rows, salt)
    began = clock()
    make(made)
    return clock() - began


def first() -> float:
    """Seconds of the first 200 rows in a process of its own, without its start."""
    program = "import bench.papers as p; p.ready(); print(p.took(p.roster_pdf, 200, 1))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return float(done.stdout)


def ready() -> None:
    """Django's settings, for the contact centre at the foot."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccus.config.settings")


def measure(rounds: int) -> list[Row]:
    """Rounds of all sizes in turns; one round before to warm up."""
    names = ("empty", "20 rows", "200 rows", "200 rows, of the cores", "200 rows, Excel", "first")
    times: dict[str, list[float]] = {name: [] for name in names}
    for salt in range(rounds + 1):
        turn = [took(roster_pdf, size, salt) for size in SIZES]
        turn += [took(roster_pdf, 200, -salt, process_time), took(roster_xlsx, 200, salt), first()]
        for kept, seconds in zip(times.values(), turn, strict=True):
            if salt:
                kept.append(seconds)
    empty = times["empty"]
    return [
        Row(
            name,
            round(median(taken), 3),
            "s",
            round(median([t / e for t, e in zip(taken, empty, strict=True)]), 2),
        )
        for name, taken in times.items()
    ]


def main() -> None:
    """Measure, print."""
    asked = arguments(__doc__ or "", rounds=(7, "rounds"))
    ready()
    say("laying out rosters")
    rows = measure(asked.rounds)
    short, long = rows[1], rows[2]
    per_row = (long.value - rows[0].value) / max(short.value - rows[0].value, 1e-9)
    rows.append(Row("200 rows to 20, above empty", round(per_row, 2), "times", round(per_row, 2)))
    report("papers", rows, as_json=asked.json)


if __name__ == "__main__":
    main()
