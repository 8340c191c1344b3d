"""届きましたか: whoever has not said two weeks after posting that the card arrived is asked, once (PRINT-09)."""

from datetime import datetime, timedelta

from django.db import transaction

from ccus.domain.cards.messages import tell_holder
from ccus.domain.notices.texts import Text
from ccus.domain.printing.models import CardPosting
from ccus.domain.printing.terms import ASKED_AFTER_DAYS
from ccus.foundation.clock import day_of

_A_TURN = 200


@transaction.atomic
def ask_about_cards(*, at: datetime) -> int:
    """Ask some of those who are to be asked today. Returns how many were."""
    overdue = CardPosting.objects.filter(
        asked_at=None,
        missing_at=None,
        arrived_at=None,
        came_back_at=None,
        posted_on__lte=day_of(at) - timedelta(days=ASKED_AFTER_DAYS),
    )
    due = overdue.filter(card__revocation=None).select_for_update(skip_locked=True, of=("self",))
    postings = list(due.select_related("card__worker").order_by("posted_on", "pk")[:_A_TURN])
    for posting in postings:
        source = f"card_asked:{posting.pk}"
        tell_holder(posting.card, Text.CARD_NOT_ARRIVED, source=source, at=at, on=posting.posted_on)
    CardPosting.objects.filter(pk__in=[posting.pk for posting in postings]).update(asked_at=at)
    return len(postings)
