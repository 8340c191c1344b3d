"""終わらせるもの: what ends with the day somebody leaves (LEAVE-03)."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Q, QuerySet

from ccus.domain.disclosure.models import DisclosureSwitch
from ccus.domain.proxies.models import MandateAsk
from ccus.domain.sites.models import PlacementRequest, ProxyConsent
from ccus.domain.workers.models import AffiliationRequest, Mandate
from ccus.foundation.dated import DatedFact
from ccus.foundation.superseding import copied, period_of, supersede_all

Fact = TypeVar("Fact", bound=DatedFact)


def end_ties(workers: Collection[int], *, on: date, at: datetime) -> dict[str, int]:
    """End mandates, consents and switches of these IDs (keys), close what waits for an answer; how many of each."""
    open_asks = {"closed_at": at, "is_accepted": False}
    return {
        "mandates": _end_all(Mandate.objects.filter(worker__in=workers), on=on, at=at),
        "consents": _end_all(ProxyConsent.objects.filter(worker__in=workers), on=on, at=at),
        "switches": _end_all(DisclosureSwitch.objects.filter(worker__in=workers), on=on, at=at),
        "affiliations_asked": AffiliationRequest.objects.filter(worker__in=workers, closed_at=None).update(
            **open_asks
        ),
        "placements_asked": PlacementRequest.objects.filter(worker__in=workers, closed_at=None).update(
            **open_asks
        ),
        "mandates_asked": MandateAsk.objects.filter(worker__in=workers, answered_at=None).update(
            answered_at=at, is_given=False
        ),
    }


def _end_all(facts: "QuerySet[Fact]", *, on: date, at: datetime) -> int:
    """Nothing of these facts holds from `on`. One statement finds them, one supersedes, one adds what remains."""
    standing = list(facts.filter(Q(valid_until=None) | Q(valid_until__gt=on), superseded_at=None))
    supersede_all(standing, at=at)
    facts.model._default_manager.bulk_create(
        copied(fact, rest, recorded_at=fact.recorded_at, recorded_by=fact.recorded_by)
        for fact in standing
        if (rest := period_of(fact).before(on)) is not None
    )
    return len(standing)
