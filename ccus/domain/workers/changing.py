"""登録情報を書く: one row of a block is added, changed or taken back. What the acts in `actions/registered.py` do."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.workers.blocks.catalogue import Registered
from ccus.domain.workers.models import Worker, WorkerTrade
from ccus.domain.workers.rules import is_listed
from ccus.domain.workers.tables import TABLES, as_columns, days_of, trade_key
from ccus.foundation.clock import day_of
from ccus.foundation.dated import DatedFact
from ccus.foundation.entry.block import Values
from ccus.foundation.periods import Period
from ccus.foundation.superseding import again, already_changed, change_from, end_on, standing_on, supersede


@dataclass(frozen=True, slots=True)
class Saying:
    """申し立て: who says what about whom, when."""

    worker: Worker
    block: Registered
    by: Actor
    at: datetime

    @property
    def today(self) -> date:
        """The day on which it is said."""
        return day_of(self.at)

    @property
    def table(self) -> type[DatedFact]:
        """Where it is kept."""
        return TABLES[self.block.block.key]


def standing(saying: Saying, base: int) -> DatedFact:
    """The row that is to change, if it still stands. Raises `AlreadyChanged`."""
    of_worker = {"pk": base, "worker": saying.worker, "superseded_at": None}
    row = saying.table._default_manager.filter(**of_worker).first()
    if row is None:
        raise already_changed()
    return row


def add(saying: Saying, values: Values) -> None:
    """Add a row that holds from the day it says, otherwise from today."""
    if saying.block.block.key == "trades":
        _add_trades(saying, values)
        return
    period = days_of(saying.block, values, otherwise=saying.today)
    _add(saying, period, as_columns(saying.block, values))


def change(saying: Saying, base: int, values: Values) -> None:
    """From its day on, what is said takes the place of what stood; a line of a list is put right as a whole."""
    row = standing(saying, base)
    if saying.block.block.key == "trades":
        _end_trades(saying)
        _add_trades(saying, values)
        return
    period = days_of(saying.block, values, otherwise=saying.today)
    columns = as_columns(saying.block, values)
    if not is_listed(saying.block):
        change_from(row, period.from_on, at=saying.at, by=saying.by, **columns)
    elif saying.block.block.key == "health" and period.from_on > row.valid_from:
        _add(saying, period, columns)  # a later check stands beside the earlier one
    else:
        supersede(row, at=saying.at)
        again(row, period, recorded_at=saying.at, recorded_by=str(saying.by), **columns)


def remove(saying: Saying, base: int) -> None:
    """What holds until it changes ends today; a line of a list is taken back."""
    row = standing(saying, base)
    if is_listed(saying.block):
        supersede(row, at=saying.at)
    else:
        end_on(row, saying.today, at=saying.at)


def _add(saying: Saying, period: Period, columns: dict[str, object]) -> None:
    fact = {
        "worker": saying.worker,
        "valid_from": period.from_on,
        "valid_until": period.until_on,
        "recorded_at": saying.at,
        "recorded_by": str(saying.by),
    }
    saying.table(**fact | columns).save(force_insert=True)


def _add_trades(saying: Saying, values: Values) -> None:
    """職種 are said all at once: the first is the main one, and none is left out between two (REG-08)."""
    chosen = [name for name in saying.block.columns if values.get(name)]
    for rank, name in enumerate(chosen, start=1):
        trade = trade_key(saying.block, name, values[name])
        _add(saying, Period(saying.today), {"rank": rank, "trade_id": trade})


def _end_trades(saying: Saying) -> None:
    for row in standing_on(WorkerTrade.objects.filter(worker=saying.worker), saying.today):
        end_on(row, saying.today, at=saying.at)
