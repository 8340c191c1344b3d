"""利用料の人: who stands behind the days, as the reader may know them (USE-11)."""

from collections.abc import Sequence
from datetime import datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure import people
from ccus.domain.disclosure.people import NAMES, Person
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.terms import Item

__all__ = ["Person", "people_behind"]
_ITEMS = NAMES | {Item.WORK_HISTORY}
"""The days stand beside the name (DISC-06, DISC-18)."""


def people_behind(by: Actor, workers: Sequence[int], at: datetime) -> dict[int, Person]:
    """Worker → person. A constant number of statements; whose name is shown reads that it was looked at."""
    return people.people_behind(by, workers, purpose=Purpose.SITE_FEES, at=at, items=_ITEMS)
