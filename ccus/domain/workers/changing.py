"""登録情報を書く: rows of a worker's blocks; 職種 and 健康診断 go their own ways."""

from collections.abc import Mapping
from typing import cast

from ccus.domain.codes.models import Trade
from ccus.domain.workers.models import WorkerTrade
from ccus.domain.workers.tables import KEPT
from ccus.foundation.entry.block import Values
from ccus.foundation.kept import changing as kept
from ccus.foundation.kept.changing import Saying, new_row, standing
from ccus.foundation.kept.tables import code_unknown, days_of
from ccus.foundation.periods import Period
from ccus.foundation.superseding import Rewriting, ending, rewrite, standing_on


def add(saying: Saying, values: Values) -> None:
    """Add a row that holds from the day it says, otherwise from today."""
    if saying.kept.block.key == "trades":
        rewrite([Rewriting(added=_said(saying, values))], at=saying.at)
    else:
        kept.add(saying, values)


def change(saying: Saying, base: int, values: Values) -> None:
    """From its day on, what is said takes the place of what stood; a line of a list is put right as a whole."""
    row = standing(saying, base)
    if saying.kept.block.key == "trades":
        present = standing_on(WorkerTrade.objects.filter(**saying.owner), saying.today)
        ended = [ending(each, saying.today) for each in present]
        rewrite([*ended, Rewriting(added=_said(saying, values))], at=saying.at)
        return
    period = days_of(saying.kept, values, otherwise=saying.today)
    if saying.kept.block.key == "health" and period.from_on > row.valid_from:
        # a later check stands beside the earlier one
        kept.add(saying, values)
    else:
        kept.change(saying, base, values)


def trades_said(
    saying: Saying, values: Values, period: Period, known: Mapping[str, object]
) -> tuple[WorkerTrade, ...]:
    """職種 are said all at once: the first is the main one, and none is left out between two (REG-08).

    The rows, not yet saved; `known`: code → key. Raises `CodeUnknown`.
    """
    chosen = [name for name in saying.kept.columns if values.get(name)]
    rows = []
    for rank, name in enumerate(chosen, start=1):
        if str(values[name]) not in known:
            raise code_unknown(saying.kept, name, values[name])
        row = new_row(saying, period, {"rank": rank, "trade_id": known[str(values[name])]})
        rows.append(cast("WorkerTrade", row))
    return tuple(rows)


def _said(saying: Saying, values: Values) -> tuple[WorkerTrade, ...]:
    known = KEPT.keys_of(Trade, [values[name] for name in saying.kept.columns if values.get(name)])
    return trades_said(saying, values, Period(saying.today), known)
