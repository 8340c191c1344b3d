"""名簿に書ける職種: the trades of workers as far as the firm of a spot may know them (SITE-10)."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from ccus.domain.sites.models import Placement
from ccus.domain.workers.models import Affiliation, WorkerTrade
from ccus.foundation.superseding import standing_on


def agreed_with(company: int, workers: Collection[int], *, on: date) -> set[int]:
    """所属か就業が決まっている人: those whose 所属 or agreed 就業 with the firm (key) is not over. One statement."""
    not_over = Q(valid_until=None) | Q(valid_until__gt=on)
    own, others = (
        links.filter(not_over, company=company, worker__in=workers, superseded_at=None)
        .order_by()
        .values_list("worker", flat=True)
        for links in (Affiliation.objects.all(), Placement.objects.all())
    )
    return set(own.union(others))


def trades_known(workers: Collection[int], *, agreed: Collection[int], on: date) -> dict[int, dict[str, str]]:
    """Worker → own trades (code → label), the main one first. One statement.

    Of whoever is not among `agreed`, 主な職種 alone: others are not shown more (D-08).
    """
    found: dict[int, dict[str, str]] = {}
    shown = Q(worker__in=agreed) | Q(rank=1)
    own = standing_on(WorkerTrade.objects.filter(shown, worker__in=workers), on).order_by("rank")
    for worker, code, label in own.values_list("worker", "trade__code", "trade__label"):
        found.setdefault(worker, {})[code] = label
    return found
