"""連絡のない現場 (FIG-12)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ccus.domain.figures.reading.standing import LISTED, by_age, counts_and_lines, silent
from ccus.domain.figures.reading.standing_sql import SITES_SHOWN
from ccus.domain.figures.tables import Row, Shown, Table
from ccus.domain.figures.terms import AGES, SILENT_DAYS, Figure
from ccus.foundation.identifiers import grouped


def sites(*, at: datetime, may_ring_up: bool) -> Shown:
    """Running sites by the days without contact, and the list of whom to ring up. One statement."""
    counted, lines = counts_and_lines(SITES_SHOWN, at)
    bare = Table(
        "sites",
        "動いている現場：何も届いていない日数",
        ("届いていない日数", "リーダーのある現場", "リーダーのない現場", "合計"),
        unit="現場",
        note="カードの読み取りか、就業日の入力が最後に届いた日から数えます。90日のあいだ何も届いていなければ、蓄積期間の初日からです。",
        empty="きょう蓄積期間に入っている現場は、ありません。",
    )
    table = by_age(bare, [word for _, word in AGES], counted)
    return Shown(Figure.SITES, (table, _listed(lines)) if may_ring_up else (table,), silent(table))


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
