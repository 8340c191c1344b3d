"""連絡のない現場 (FIG-12)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ccus.domain.figures.hiding import with_sums
from ccus.domain.figures.reading.standing import LISTED, counts_and_lines
from ccus.domain.figures.reading.standing_sql import SITES_SHOWN
from ccus.domain.figures.tables import Drawing, Row, Shown, Table
from ccus.domain.figures.terms import AGES, SILENT_DAYS, Figure, age_of
from ccus.foundation.identifiers import grouped


def sites(*, at: datetime, may_ring_up: bool) -> Shown:
    """Running sites by the days without contact, and the list of whom to ring up. One statement."""
    counted, lines = counts_and_lines(SITES_SHOWN, at)
    counts = [[0, 0] for _ in AGES]
    for has_reader, days, count in counted:
        counts[age_of(days)][0 if has_reader else 1] += count
    rows, foot = with_sums(counts)
    table = Table(
        "sites",
        "動いている現場：何も届いていない日数",
        ("届いていない日数", "リーダーのある現場", "リーダーのない現場", "合計"),
        tuple(Row(word, row) for (_, word), row in zip(AGES, rows, strict=True)) if _any(counts) else (),
        Row("合計", foot),
        drawing=Drawing.BARS,
        drawn=(0, 1),
        unit="現場",
        note="カードの読み取りか、就業日の入力が最後に届いた日から数えます。90日のあいだ何も届いていなければ、蓄積期間の初日からです。",
        empty="きょう蓄積期間に入っている現場は、ありません。",
    )
    return Shown(Figure.SITES, (table, _listed(lines)) if may_ring_up else (table,))


def _any(counts: list[list[int]]) -> bool:
    return any(any(row) for row in counts)


def _listed(lines: Sequence[Any]) -> Table:
    return Table(
        "silent-sites",
        "連絡する現場",
        ("現場名", "現場ID", "元請事業者", "届かない日数", "リーダー"),
        tuple(
            Row(name, (grouped(number), prime, days, "あり" if has_reader else "なし"))
            for number, name, prime, days, has_reader in lines
        ),
        note=f"{SILENT_DAYS}日のあいだ何も届いていない現場と、リーダーのない現場です。長いものから{LISTED}件までを出します。",
        empty="連絡する現場は、ありません。",
    )
