"""影響する日: which days depend on a card from an instant on."""

from datetime import datetime

from ccus.domain.audit.actions import Touched
from ccus.domain.cards.models import Card
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY


def touched(card: Card, since: datetime) -> Touched:
    """The days that depend on whether a card opened something from `since` on.

    They begin the day before: a tap after midnight may belong to the shift that began then (D-10).
    """
    return Touched(worker=card.worker_id, from_on=day_of(since) - ONE_DAY)
