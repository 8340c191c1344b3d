"""読み取りのないリーダー (FIG-13)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ccus.domain.figures.reading.standing import LISTED, LOOKED_BACK, by_age, counts_and_lines, silent
from ccus.domain.figures.reading.standing_sql import READERS_SHOWN
from ccus.domain.figures.tables import Row, Shown, Table
from ccus.domain.figures.terms import AGES, SILENT_DAYS, Figure
from ccus.foundation.identifiers import grouped

_WORDS = (*(word for _, word in AGES[:-1]), f"{LOOKED_BACK}日より前か、一度もない")


def readers(*, at: datetime, may_ring_up: bool) -> Shown:
    """Readers in use by the days since their last tap, and the list of whom to ring up. One statement."""
    counted, lines = counts_and_lines(READERS_SHOWN, at)
    bare = Table(
        "readers",
        "動いている現場のリーダー：最後の読み取りから",
        ("最後の読み取りから", "運営主体のリーダー", "認定システムのリーダー", "合計"),
        unit="台",
        note="読み取りが、登録に届いた日から数えます。回線が切れたあいだの読み取りは、届いた日に数えます。",
        empty="きょう動いている現場に、使われているリーダーはありません。",
    )
    table = by_age(bare, _WORDS, counted)
    return Shown(Figure.READERS, (table, _listed(lines)) if may_ring_up else (table,), silent(table))


def _listed(lines: Sequence[Any]) -> Table:
    return Table(
        "silent-readers",
        "連絡するリーダー",
        ("端末名", "現場名", "現場ID", "元請事業者", "経った日数"),
        tuple(
            Row(name, (site, grouped(number), prime, f"{LOOKED_BACK}以上" if days is None else days))
            for name, number, site, prime, days in lines
        ),
        note=f"{SILENT_DAYS}日のあいだ読み取りが届いていないリーダーです。長いものから{LISTED}台までを出します。",
        empty="連絡するリーダーは、ありません。",
    )
