"""回: the rows of a set in turns of a thousand, so that whatever one row changes is seen within its turn (FIX-04)."""

from collections.abc import Sequence
from itertools import groupby

from ccus.domain.corrections.drafting import standing
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.rules import A_TURN

Turn = tuple[int, ...]
"""Keys of rows, in the order in which they are carried out."""


def turns_of(change_set: ChangeSet) -> tuple[Turn, ...]:
    """回: subject by subject, each with all its rows in one turn, in the order in which they stand in the set.

    Always the same while no row changes, so that a preview is taken up where it stopped. One statement. A turn has
    more than a thousand rows only where one subject has.
    """
    rows = (
        standing(change_set).order_by("worker", "company", "ordinal").values_list("pk", "worker", "company")
    )
    turns: list[list[int]] = [[]]
    for _, of_subject in groupby(rows.iterator(), key=lambda row: row[1:]):
        keys = [key for key, *_ in of_subject]
        if len(turns[-1]) + len(keys) > A_TURN:
            turns.append([])
        turns[-1] += keys
    return tuple(tuple(turn) for turn in turns if turn)


def rows_of(turn: Sequence[int]) -> list[ChangeRow]:
    """The rows of a turn, in its order. One statement."""
    found = ChangeRow.objects.in_bulk(list(turn))
    return [found[key] for key in turn]
