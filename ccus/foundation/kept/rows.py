"""登録された行: the rows of a block as they hold, and as they were known at an instant (D-26)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from ccus.foundation.among import among
from ccus.foundation.entry.block import Value, Values
from ccus.foundation.kept.catalogue import KeptBlock
from ccus.foundation.kept.tables import Tables, as_value, day_values


@dataclass(frozen=True, slots=True)
class FactRow:
    """登録情報の一行: every field of its block, the days included.

    `id` names the row for whoever changes it. An affiliation says `company_name` too.
    """

    id: int
    values: Values
    valid_from: date
    valid_until: date | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """読む行: whose (`owner` names the column), which of them, and as known when; None: now."""

    owner: str
    owners: Collection[int]
    holding: Q
    known_at: datetime | None = None

    @property
    def condition(self) -> Q:
        """The rows of a table."""
        return _known(self.known_at) & self.holding & Q((f"{self.owner}__in", among(self.owners)))


def rows_of(
    tables: Tables, kept: KeptBlock, wanted: Wanted, *, fields: Mapping[str, str] | None = None
) -> Iterator[tuple[int, FactRow]]:
    """Rows of the block with their owners, oldest row first; one statement. `fields`: field → path that reads it."""
    paths = {name: tables.path(kept, name) for name in kept.columns} if fields is None else fields
    found = tables.of_block[kept.block.key]._default_manager.filter(wanted.condition).order_by("id")
    columns = (wanted.owner, "id", "valid_from", "valid_until", "recorded_at", *paths.values())
    seen: set[tuple[object, ...]] = set()
    has_days = bool(kept.from_field or kept.until_field)
    for owner, id_, valid_from, valid_until, recorded_at, *held in found.values_list(*columns):
        if wanted.known_at is not None:
            # What remains of a fact was said when the fact was said: of both, the row that came first was known.
            said = (owner, valid_from, recorded_at, *held)
            if said in seen:
                continue
            seen.add(said)
        values: dict[str, Value] = dict(zip(paths, map(as_value, held), strict=True))
        if has_days:
            values |= day_values(kept, valid_from, valid_until)
        yield owner, FactRow(id_, values, valid_from, valid_until, recorded_at)


def _known(known_at: datetime | None) -> Q:
    if known_at is None:
        return Q(superseded_at=None)
    return Q(recorded_at__lte=known_at) & (Q(superseded_at=None) | Q(superseded_at__gt=known_at))
