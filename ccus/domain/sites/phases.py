"""現場の段階: whether the period of a site runs, is to come, or is over: the order of every list (SITE-15)."""

from datetime import date
from enum import IntEnum

from django.db.models import Case, IntegerField, Value, When


class Phase(IntEnum):
    """段階, in the order in which people want to see them."""

    RUNNING = 0
    TO_COME = 1
    OVER = 2


def phase_on(day: date, *, periods: str = "periods") -> Case:
    """段階 on a day, for a query that has joined the standing periods under the name `periods`."""
    return Case(
        When(**{f"{periods}__valid_until__lte": day}, then=Value(Phase.OVER.value)),
        When(**{f"{periods}__valid_from__gt": day}, then=Value(Phase.TO_COME.value)),
        default=Value(Phase.RUNNING.value),
        output_field=IntegerField(),
    )
