"""更新のお知らせ: six, three and one month before the 有効期限, once each, by notice and own mail (CARD-30)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from ccus.domain.cards.models import Card
from ccus.domain.cards.rules import REMINDED_MONTHS, months_before
from ccus.domain.features.reading import is_open
from ccus.domain.features.terms import Feature
from ccus.domain.notices.texts import Text
from ccus.domain.recovery.addresses import tell_everywhere
from ccus.domain.workers.leaving import still_here
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY

_LATE = timedelta(days=7)
"""For so long an announcement is made up for where the job did not run."""
_LONGEST_MONTH = 31


def announce_renewals(*, at: datetime) -> int:
    """Tell the holders whose day came in the last week; returns how many cards were found.

    Where the renewal is not open yet, the letter says so and that its beginning is announced (FEAT-01).
    """
    today = day_of(at)
    text = Text.RENEWAL_NEARS if is_open(Feature.RENEWAL, on=today) else Text.RENEWAL_NEARS_CLOSED
    found = [(card, months) for months in REMINDED_MONTHS for card in _due(months, today)]
    for card, months in found:
        source = f"card_renewal:{card.pk}:{months}"
        tell_everywhere(worker=card.worker, text=text, source=source, at=at, last_on=card.expires_on)
    return len(found)


def _due(months: int, today: date) -> Iterator[Card]:
    """Cards in hand that end so many months after one of the last seven days."""
    around = months * _LONGEST_MONTH
    ending = Card.objects.filter(
        still_here("worker"),
        revocation=None,
        expires_on__gt=today,
        expires_on__lte=today + (around + 1) * ONE_DAY,
    )
    for card in ending.select_related("worker").order_by("pk").iterator():
        if today - _LATE < months_before(card.expires_on, months) <= today:
            yield card
