"""書きかけの修正: the rows of a set that stand, and what writing more of them begins with (FIX-02)."""

from datetime import datetime

from django.db.models import Max, QuerySet

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.entering import Reader
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.policies import (
    SetEnded,
    TooManyRows,
    held_open,
    require_corrector,
)
from ccus.domain.corrections.rules import MOST_ROWS


def opened(change_set: ChangeSet, *, by: Actor) -> ChangeSet:
    """The set, for this transaction alone; whoever then changes a row voids the preview first (FIX-09).

    Raises `NotAllowed`, `SetEnded`; a set that takes another one back has the rows that it has (FIX-11).
    """
    require_corrector(by)
    fresh = held_open(change_set)
    if fresh.reverses_id is not None:
        raise SetEnded("取り消しの修正の行は、変えられません。取り消しをやめるときは、破棄してください。")
    return fresh


def standing(change_set: ChangeSet) -> "QuerySet[ChangeRow]":
    """The rows of a set that were not dropped."""
    return ChangeRow.objects.filter(change_set=change_set, dropped_at=None)


def next_ordinal(change_set: ChangeSet) -> int:
    """番号 of the next row, after the last that stands: a file that is read anew is numbered as it stands in it."""
    last = standing(change_set).aggregate(last=Max("ordinal"))["last"]
    return int(last or 0) + 1


def require_room(change_set: ChangeSet, more: int) -> None:
    """Raises `TooManyRows`."""
    if standing(change_set).count() + more > MOST_ROWS:
        raise TooManyRows(
            f"一つの修正に書けるのは{MOST_ROWS:,}行までです。修正を分けて書いてください。", "file"
        )


def reader_of(change_set: ChangeSet, *, by: Actor, at: datetime) -> Reader:
    """What the next rows are read against; one statement."""
    rows = standing(change_set).exclude(base=None).values_list("base", "ordinal")
    taken = {base: ordinal for base, ordinal in rows if base is not None}
    return Reader(change_set, taken, by, at)
