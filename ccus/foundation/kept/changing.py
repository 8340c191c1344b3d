"""登録情報を書く: one row of a block is added, changed or taken back. What the acts upon registered facts do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model

from ccus.foundation.clock import day_of
from ccus.foundation.dated import DatedFact
from ccus.foundation.entry.block import Values
from ccus.foundation.entry.faults import missing
from ccus.foundation.entry.reading import is_asked
from ccus.foundation.kept.catalogue import KeptBlock
from ccus.foundation.kept.tables import Tables, days_of
from ccus.foundation.periods import Period
from ccus.foundation.superseding import Rewriting, already_changed, changing, copied, ending, rewrite


@dataclass(frozen=True, slots=True)
class Saying:
    """申し立て: who (`by`) says what about whom, when. `owner`: column → row, `{"worker": …}`."""

    owner: Mapping[str, Model]
    kept: KeptBlock
    tables: Tables
    by: object
    at: datetime

    @property
    def today(self) -> date:
        """The day on which it is said."""
        return day_of(self.at)

    @property
    def table(self) -> type[DatedFact]:
        """Where it is kept."""
        return self.tables.of_block[self.kept.block.key]


def require_sound(saying: Saying, values: Values) -> None:
    """What a form would refuse is refused here too. Raises `FieldMissing` and what the block's own check refuses."""
    block = saying.kept.block
    for field in block.fields:
        if field.is_required and is_asked(block, field, values) and values.get(field.name) in {None, ""}:
            raise missing(field)
    if block.check is not None:
        block.check(values)


def standing(saying: Saying, base: int) -> DatedFact:
    """The row that is to change, if it still stands. Raises `AlreadyChanged`."""
    named = {"pk": base, "superseded_at": None, **saying.owner}
    row = saying.table._default_manager.filter(**named).first()
    if row is None:
        raise already_changed()
    return row


def add(saying: Saying, values: Values) -> None:
    """Add a row that holds from the day it says, otherwise from today."""
    rewrite([adding(saying, values, saying.tables.as_columns(saying.kept, values))], at=saying.at)


def change(saying: Saying, base: int, values: Values) -> None:
    """From its day on, what is said takes the place of what stood; a line of a list is put right as a whole."""
    row = standing(saying, base)
    columns = saying.tables.as_columns(saying.kept, values)
    rewrite([putting_right(saying, row, values, columns, otherwise=saying.today)], at=saying.at)


def remove(saying: Saying, base: int) -> None:
    """What holds until it changes ends today; a line of a list is taken back."""
    row = standing(saying, base)
    rewrite([Rewriting((row,)) if saying.kept.is_listed else ending(row, saying.today)], at=saying.at)


def adding(saying: Saying, values: Values, columns: Mapping[str, object]) -> Rewriting[DatedFact]:
    """What `add` writes; `columns` are those of the values. Raises `PeriodBackwards`."""
    period = days_of(saying.kept, values, otherwise=saying.today)
    return Rewriting(added=(new_row(saying, period, columns),))


def putting_right(
    saying: Saying, row: DatedFact, values: Values, columns: Mapping[str, object], *, otherwise: date
) -> Rewriting[DatedFact]:
    """What `change` writes, from the day that is said or from `otherwise` on.

    Raises `DayOutsideFact`, `PeriodBackwards`.
    """
    period = days_of(saying.kept, values, otherwise=otherwise)
    if not saying.kept.is_listed:
        return changing(row, period.from_on, at=saying.at, by=saying.by, **columns)
    whole = copied(row, period, recorded_at=saying.at, recorded_by=str(saying.by), **columns)
    return Rewriting((row,), (whole,))


def new_row(saying: Saying, period: Period, columns: Mapping[str, object]) -> DatedFact:
    """A row with these columns for these days, not yet saved."""
    fact = {
        **saying.owner,
        "valid_from": period.from_on,
        "valid_until": period.until_on,
        "recorded_at": saying.at,
        "recorded_by": str(saying.by),
    }
    return saying.table(**fact | dict(columns))
