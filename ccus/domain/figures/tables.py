"""数字の表: what a page draws, tabulates and hands out, already hidden where it must be (FIG-06). Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ccus.domain.figures.hiding import Cell
from ccus.domain.figures.terms import Figure


class Drawing(StrEnum):
    """図の形: none, bars one below the other, columns of shares, lines over months."""

    NONE = ""
    BARS = "bars"
    SHARES = "shares"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Row:
    """行; `choice` is what its label opens on the same page, "" for nothing."""

    label: str
    cells: tuple[Cell, ...]
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """表: `head` names the labels and then each cell; `foot` are sums.

    `drawn` counts which cells the picture shows, from 0; `unit` is theirs. `empty` is said where there are no rows.
    """

    key: str
    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    foot: Row | None = None
    drawing: Drawing = Drawing.NONE
    drawn: tuple[int, ...] = ()
    unit: str = ""
    note: str = ""
    empty: str = ""

    @property
    def lines(self) -> tuple[tuple[Cell, ...], ...]:
        """Everything that is shown, line by line: what a file holds."""
        rows = (*self.rows, self.foot) if self.foot and self.rows else self.rows
        return tuple((row.label, *row.cells) for row in rows)


@dataclass(frozen=True, slots=True)
class Choice:
    """選べるもの: a kind of application."""

    key: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """業務の数字の一つ as a page shows it; `counted_at`: the night of its sums, None before the first.

    `leading`: the number that answers its question, made of cells of its tables; "" where there is none.
    """

    figure: Figure
    tables: tuple[Table, ...]
    leading: str = ""
    choices: tuple[Choice, ...] = ()
    counted_at: datetime | None = None
