"""アドレスの表: `docs/rules/access.md`, written by `bin/access` from what the addresses do, read by the tests."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ccus.foundation.env import REPOSITORY
from tests.portals.access.visitors import COMPANIES, OFFICE, PEOPLE

PAGE = REPOSITORY / "docs" / "rules" / "access.md"
COMMAND = "bin/access"
ANYTHING = "anything"
_BEGIN, _END = "<!-- table -->\n", "<!-- /table -->\n"
_ROW = re.compile(r"^\| `(/[^`]*)` \| (\w+) \| ([^|]+) \| (.+) \|$", re.MULTILINE)
CODES: Mapping[str, str] = {
    name: f"{letter}{nth}"
    for letter, group in (("P", PEOPLE), ("O", OFFICE), ("C", COMPANIES))
    for nth, name in enumerate(group, 1)
}
"""Kind of actor → its short sign in the table."""


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A row of the table: address, act, and the thing in its state."""

    pattern: str
    act: str
    thing: str


Column = Mapping[Cell, str]
"""What one kind of actor is answered."""


def read() -> dict[str, dict[Cell, str]]:
    """The committed table: kind of actor → column."""
    names = {code: name for name, code in CODES.items()}
    found: defaultdict[str, dict[Cell, str]] = defaultdict(dict)
    for pattern, act, thing, said in _ROW.findall(PAGE.read_text()):
        for part in said.split(" · "):
            outcome, _, who = part.partition(": ")
            for code in spread(who):
                if code in names:
                    found[names[code]][Cell(pattern, act, thing)] = outcome
    return dict(found)


def write(columns: Mapping[str, Column]) -> None:
    """The table anew, in place of the one between the marks; columns that were not tried stay as they are."""
    before, _, rest = PAGE.read_text().partition(_BEGIN)
    after = rest.partition(_END)[2]
    both = {**read(), **columns}
    rows: defaultdict[Cell, dict[str, str]] = defaultdict(dict)
    for name, column in both.items():
        for cell, outcome in column.items():
            rows[cell][CODES[name]] = outcome
    lines = [_line(cell, rows[cell]) for cell in sorted(rows)]
    head = ["| Address | Act | Thing | Answer: to whom |", "|---|---|---|---|"]
    PAGE.write_text(before + _BEGIN + "\n".join([*_legend(), "", *head, *lines]) + "\n" + _END + after)


def _legend() -> Iterator[str]:
    yield "| | Kind of actor |"
    yield "|---|---|"
    yield from (f"| {code} | {name} |" for name, code in CODES.items())


def _line(cell: Cell, said: Mapping[str, str]) -> str:
    who: defaultdict[str, list[str]] = defaultdict(list)
    for code in CODES.values():
        if code in said:
            who[said[code]].append(code)
    parts = " · ".join(f"{outcome}: {ranges(codes)}" for outcome, codes in sorted(who.items()))
    return f"| `{cell.pattern}` | {cell.act} | {cell.thing} | {parts} |"


def ranges(codes: Iterable[str]) -> str:
    """`C1 C2 C3 O4` as `C1-C3 O4`."""
    order = list(CODES.values())
    runs = groupby(enumerate(codes), lambda each: (each[1][0], order.index(each[1]) - each[0]))
    spans = [[code for _, code in run] for _, run in runs]
    return " ".join(span[0] if len(span) == 1 else f"{span[0]}-{span[-1]}" for span in spans)


def spread(who: str) -> Iterator[str]:
    for span in who.split():
        first, _, last = span.partition("-")
        ends = int(first[1:]), int((last or first)[1:])
        yield from (f"{first[0]}{nth}" for nth in range(ends[0], ends[1] + 1))
