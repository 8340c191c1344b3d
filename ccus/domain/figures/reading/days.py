"""就業履歴の状態 (FIG-11)."""

from collections import defaultdict
from datetime import date, datetime

from ccus.domain.figures.counting import counted_at
from ccus.domain.figures.hiding import Cell, rate, with_sums, with_unit
from ccus.domain.figures.models import FigureDay
from ccus.domain.figures.months import MONTHS, months_until, words_of
from ccus.domain.figures.tables import Drawing, Row, Shown, Table
from ccus.domain.figures.terms import NOTHING, Figure
from ccus.domain.work_history.terms import State
from ccus.foundation.clock import day_of

_SUM = len(State)


def days(*, at: datetime) -> Shown:
    """就業履歴 of thirteen months by state. Two statements."""
    months = months_until(day_of(at))
    counted: dict[date, dict[int, int]] = defaultdict(dict)
    for row in FigureDay.objects.filter(month__gte=months[0]):
        counted[row.month][row.state] = row.records
    rows, foot = with_sums([[counted[month].get(state, 0) for state in State] for month in months])
    table = Table(
        "days",
        "月ごとの就業履歴の状態",
        ("就業した月", *(state.label for state in State), "合計", "正式の割合（％）"),
        tuple(Row(words_of(month), _with_share(row)) for month, row in zip(months, rows, strict=True))
        if any(counted.values())
        else (),
        Row("合計", _with_share(foot)),
        drawing=Drawing.SHARES,
        drawn=tuple(range(_SUM)),
        unit="件",
        note="割合は、表に出ている数に対するものです。あとから状態が変わった日は、次の夜に数え直されます。",
        empty="就業履歴は、まだ数えられていません。",
    )
    share = table.foot.cells[-1] if table.foot and table.rows else NOTHING
    leading = f"{MONTHS}か月の「正式」：{with_unit(share, '％')}" if share != NOTHING else ""
    return Shown(Figure.DAYS, (table,), leading, counted_at=counted_at(FigureDay))


def _with_share(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    whole = sum(cell for cell in cells[:_SUM] if isinstance(cell, int))
    return (*cells, rate(cells[State.OFFICIAL], whole))
