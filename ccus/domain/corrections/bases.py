"""登録されている行: what a correction may put right, as it stands now; rows that are over among them (FIX-02)."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q

from ccus.domain.corrections.catalogue import TRADES, realm_of
from ccus.domain.workers.registered import as_one
from ccus.foundation.kept.rows import FactRow, Wanted, rows_of

Standing = dict[int, tuple[FactRow, ...]]
"""Owner (key) → the rows, the latest first."""


def standing_rows(side: str, block: str, owners: Collection[int]) -> Standing:
    """Every row of the block that is not superseded, of these workers or companies (keys). One statement."""
    realm = realm_of(side)
    fields = {"rank": "rank", "trade": "trade__code"} if block == TRADES else None
    found: defaultdict[int, list[FactRow]] = defaultdict(list)
    wanted = Wanted(realm.owner, owners, Q())
    for owner, row in rows_of(realm.tables, realm.blocks[block], wanted, fields=fields):
        found[owner].append(row)
    whole = _as_wholes if block == TRADES else _as_they_are
    return {owner: whole(rows) for owner, rows in found.items()}


def _as_they_are(rows: list[FactRow]) -> tuple[FactRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.valid_from, row.id), reverse=True))


def _as_wholes(rows: list[FactRow]) -> tuple[FactRow, ...]:
    """職種 of the same days are one row: they were said together."""
    together: defaultdict[object, list[FactRow]] = defaultdict(list)
    for row in rows:
        together[row.valid_from, row.valid_until].append(row)
    return _as_they_are([as_one(each) for each in together.values()])
