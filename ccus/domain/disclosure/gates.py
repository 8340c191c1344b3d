"""認定システム: how a reader that names one stands to workers today, and for which company it looks (DISC-14)."""

from collections.abc import Collection
from datetime import date

from django.db import connection

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.policies import company_of
from ccus.domain.disclosure.company_sql import AT_THE_GATE
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.sites.models import Reader, Site


def of_reader(actor: Actor, workers: Collection[int], purpose: Purpose, on: date) -> dict[int, Relation]:
    """Those on the roster of the reader's site today, for 入退場の照合 alone. One statement."""
    if purpose is not Purpose.GATE:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(AT_THE_GATE, {"reader": actor.id, "workers": list(workers), "on": on})
        return {worker: Relation.CERTIFIED for (worker,) in cursor.fetchall()}


def company_behind(actor: Actor) -> int | None:
    """The company (key) that the worker reads: whose account it is, or the prime of the reader's site."""
    if actor.kind is not ActorKind.READER:
        return company_of(actor)
    places = Reader.objects.filter(pk=actor.id).values("place")
    return Site.objects.filter(place__in=places).values_list("prime", flat=True).first()
