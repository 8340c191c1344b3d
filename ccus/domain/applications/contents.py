"""内容: rows as they are typed, and as they were read and submitted."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ccus.domain.applications.terms import Operation
from ccus.foundation.entry.block import Raw, Values


@dataclass(frozen=True, slots=True)
class DraftRow:
    """下書きの一行: `key` names the row in the page; `base` is the fact that a change or a removal is about."""

    key: str
    raw: Raw
    op: Operation = Operation.ADD
    base: int | None = None

    @property
    def is_blank(self) -> bool:
        """Nothing was typed into a row that would be added."""
        return self.op is Operation.ADD and not any(text.strip() for text in self.raw.values())


@dataclass(frozen=True, slots=True)
class Row:
    """提出された一行, as it was read. A removal has no values."""

    key: str
    values: Values
    op: Operation = Operation.ADD
    base: int | None = None


Contents = Mapping[str, Sequence[Row]]
"""Section → rows."""


def draft_json(rows: Sequence[DraftRow]) -> list[dict[str, Any]]:
    """The rows as the column keeps them: no letter that PostgreSQL cannot store."""
    return [
        {
            "key": row.key,
            "op": row.op.value,
            "base": row.base,
            "raw": {name: _storable(text) for name, text in row.raw.items()},
        }
        for row in rows
    ]


def draft_rows(stored: Sequence[Mapping[str, Any]]) -> tuple[DraftRow, ...]:
    """The rows of a stored draft."""
    return tuple(DraftRow(row["key"], row["raw"], Operation(row["op"]), row["base"]) for row in stored)


def contents_json(contents: Contents) -> dict[str, list[dict[str, Any]]]:
    """Contents as the column keeps them."""
    return {
        section: [
            {"key": row.key, "op": row.op.value, "base": row.base, "values": dict(row.values)} for row in rows
        ]
        for section, rows in contents.items()
    }


def contents_rows(stored: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, tuple[Row, ...]]:
    """The contents of a stored submission."""
    return {
        section: tuple(Row(row["key"], row["values"], Operation(row["op"]), row["base"]) for row in rows)
        for section, rows in stored.items()
    }


def _storable(text: str) -> str:
    return "".join(c for c in text if c != "\x00" and unicodedata.category(c) != "Cs")
