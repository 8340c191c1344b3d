"""忘れる: days of searching that are over (SEEK-10)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from ccus.domain.searching.models import SearchDay, SearchMade, SearchShown
from ccus.foundation.clock import day_of

_A_TURN = 100


@transaction.atomic
def forget_days(*, at: datetime) -> int:
    """Delete days before the last `SEARCH_DAYS_KEPT` with what was counted on them, the oldest first, some at a time.

    Returns how many days of companies went.
    """
    before = day_of(at) - timedelta(days=settings.SEARCH_DAYS_KEPT)
    some = list(
        SearchDay.objects.filter(on__lt=before).order_by("on", "pk").values_list("pk", flat=True)[:_A_TURN]
    )
    SearchMade.objects.filter(day__in=some).delete()
    SearchShown.objects.filter(day__in=some).delete()
    SearchDay.objects.filter(pk__in=some).delete()
    return len(some)
