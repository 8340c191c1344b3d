"""くらべたか: whether an officer has looked at people today, by the traces (EYES-10)."""

from collections.abc import Collection
from datetime import date

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import end_of
from ccus.foundation.periods import ONE_DAY


def looked_at(by: Actor, workers: Collection[int], *, purpose: Purpose, on: date) -> set[int]:
    """Those of the workers (keys) whose names this officer opened for a purpose since that day began. One statement."""
    traces = DisclosureTrace.objects.filter(worker__in=workers, actor_kind=by.kind, actor_id=by.id)
    of_today = traces.filter(purpose=purpose, items__contains=[Item.NAME], at__gte=end_of(on - ONE_DAY))
    return set(of_today.values_list("worker", flat=True))
