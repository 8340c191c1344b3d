"""コード表の読み込み: the data files of this room. A loaded file never changes; a new version is a new file."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


def trades(version: int) -> Iterator[dict[str, Any]]:
    """職種: groups before their sub-trades; key GG*100+SS, `group_id` empty for the group itself (REG-09)."""
    for row in _rows("trades", version):
        group, sub = (int(part) for part in row["code"].split("-"))
        yield {"id": group * 100 + sub, **row, "group_id": group * 100 if sub else None}


def positions(version: int) -> Iterator[dict[str, Any]]:
    """立場 (SITE-09)."""
    for row in _rows("positions", version):
        yield {**row, "id": int(row["id"])}


def insurance_kinds(version: int) -> Iterator[dict[str, Any]]:
    """社会保険の種別, as the national roster form names them."""
    for row in _rows("insurance_kinds", version):
        yield {**row, "id": int(row["id"])}


def plain(table: str, version: int) -> Iterator[dict[str, Any]]:
    """A list whose order is the file's: 国籍, 都道府県, 在留資格, 資格の種類, 不備コード …"""
    for place, row in enumerate(_rows(table, version), start=1):
        yield {**row, "place": place}


def _rows(table: str, version: int) -> Iterator[dict[str, str]]:
    with (_DATA / f"{table}-{version}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
