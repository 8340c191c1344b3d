"""くらべたか: whether an officer has looked at people today, by the traces (EYES-10)."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import end_of
from ccus.foundation.periods import ONE_DAY


def has_compared(by: Actor, workers: Collection[int], *, purpose: Purpose, on: date) -> bool:
    """Whether this officer opened the names of all the workers (keys) on one page since that day began. One statement.

    The traces of one page are of one instant: looks at each on different pages compare nothing.
    """
    traces = DisclosureTrace.objects.filter(worker__in=workers, actor_kind=by.kind, actor_id=by.id)
    of_today = traces.filter(purpose=purpose, items__contains=[Item.NAME], at__gte=end_of(on - ONE_DAY))
    together = of_today.values("at").annotate(seen=Count("worker", distinct=True))
    return together.filter(seen=len(set(workers))).exists()
