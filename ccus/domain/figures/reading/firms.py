"""答えを待っている事業者 (FIG-14)."""

from collections import defaultdict
from datetime import datetime

from ccus.domain.figures.hiding import with_sums, with_unit
from ccus.domain.figures.reading.standing import rows_of
from ccus.domain.figures.reading.standing_sql import FIRMS
from ccus.domain.figures.tables import Drawing, Row, Shown, Table
from ccus.domain.figures.terms import AGES, Figure, age_of
from ccus.domain.papers.values import tier_words

_WHAT = {
    "structure": "施工体制登録の要請",
    "link": "要請のリンク",
    "affiliation": "所属の申請",
    "placement": "就業の要請",
    "confirmation": "就業日の確認",
    "approval": "就業日の承認",
}
_PRIME, _FIRM, _WORKER = 100, 0, -1


def firms(*, at: datetime) -> Shown:
    """What firms wait for, by who is to answer and by age. One statement."""
    counts: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0 for _ in AGES])
    for what, whom, days, count in rows_of(FIRMS, at):
        counts[what, whom][age_of(days)] += count
    order = [*_WHAT]
    places = sorted(counts, key=lambda place: (order.index(place[0]), place[1]))
    rows, foot = with_sums([counts[place] for place in places]) if places else ((), ())
    table = Table(
        "firms",
        "答えを待っているもの：だれの答えを、何日",
        ("待っているもの（答える人）", *(word for _, word in AGES), "合計"),
        tuple(Row(_words(*place), row) for place, row in zip(places, rows, strict=True)),
        Row("合計", foot),
        drawing=Drawing.BARS,
        drawn=tuple(range(len(AGES))),
        unit="件",
        note="求めた日から数えます。要請のリンクは、期限が切れていないものです。",
        empty="答えを待っている事業者は、ありません。",
    )
    return Shown(Figure.FIRMS, (table,), f"いま：{with_unit(foot[-1], table.unit)}" if foot else "")


def _words(what: str, whom: int) -> str:
    return f"{_WHAT[what]}（{_answering(whom)}）"


def _answering(whom: int) -> str:
    if whom == _WORKER:
        return "技能者"
    if whom == _FIRM:
        return "事業者"
    return "元請事業者" if whom == _PRIME else f"{tier_words(whom)}の事業者"
