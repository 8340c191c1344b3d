"""登録情報を書く: rows of a worker's blocks; 職種 and 健康診断 go their own ways."""

from ccus.domain.workers.blocks.catalogue import BY_KEY
from ccus.domain.workers.models import WorkerTrade
from ccus.domain.workers.tables import KEPT, trade_key
from ccus.foundation.entry.block import Values
from ccus.foundation.kept import changing as kept
from ccus.foundation.kept.changing import Saying, add_row, standing
from ccus.foundation.kept.tables import days_of
from ccus.foundation.periods import Period
from ccus.foundation.superseding import end_on, standing_on


def add(saying: Saying, values: Values) -> None:
    """Add a row that holds from the day it says, otherwise from today."""
    if saying.kept.block.key == "trades":
        _add_trades(saying, values)
    else:
        kept.add(saying, values)


def change(saying: Saying, base: int, values: Values) -> None:
    """From its day on, what is said takes the place of what stood; a line of a list is put right as a whole."""
    row = standing(saying, base)
    if saying.kept.block.key == "trades":
        _end_trades(saying)
        _add_trades(saying, values)
        return
    period = days_of(saying.kept, values, otherwise=saying.today)
    if saying.kept.block.key == "health" and period.from_on > row.valid_from:
        # a later check stands beside the earlier one
        add_row(saying, period, KEPT.as_columns(saying.kept, values))
    else:
        kept.change(saying, base, values)


def _add_trades(saying: Saying, values: Values) -> None:
    """職種 are said all at once: the first is the main one, and none is left out between two (REG-08)."""
    chosen = [name for name in saying.kept.columns if values.get(name)]
    for rank, name in enumerate(chosen, start=1):
        trade = trade_key(BY_KEY["trades"], name, values[name])
        add_row(saying, Period(saying.today), {"rank": rank, "trade_id": trade})


def _end_trades(saying: Saying) -> None:
    for row in standing_on(WorkerTrade.objects.filter(**saying.owner), saying.today):
        end_on(row, saying.today, at=saying.at)
