"""開示した人びと: two of three workers of some firms opened things with their employers, so that a search finds them.

The cast is left alone: on its pages everything is closed, as at first.
"""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Count

from ccus.demo.plan.roles import ROLES
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.actions import set_employers_half, set_own_half
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of

_FIRMS, _OF_A_FIRM = 6, 9
_OPENED = (
    (Item.NAME, Item.BIRTH_YEAR, Item.CONTACT, Item.TRADES, Item.QUALIFICATIONS),
    (Item.CONTACT, Item.QUALIFICATIONS),
    (),
)


def play(at: datetime) -> None:
    """Both halves, at the same instant."""
    for company in _firms():
        for nth, worker in enumerate(_staff(company, at)):
            items = _OPENED[nth % len(_OPENED)]
            if not items:
                continue
            set_own_half(
                worker=worker, items=items, is_open=True, by=Actor(ActorKind.WORKER, worker.pk), at=at
            )
            set_employers_half(
                company=company,
                workers=[worker.pk],
                items=items,
                is_open=True,
                by=Actor(ActorKind.COMPANY, company.pk),
                at=at,
            )


def _firms() -> list[Any]:
    """Firms with the most workers."""
    links = apps.get_model("workers", "Affiliation").objects.filter(superseded_at=None, valid_until=None)
    counted = (
        links.values_list("company").annotate(crew=Count("worker")).order_by("-crew", "company")[:_FIRMS]
    )
    firms = apps.get_model("companies", "Company").objects.in_bulk([company for company, _ in counted])
    return [firms[company] for company, _ in counted]


def _staff(company: Any, at: datetime) -> list[Any]:
    """Some who work for a firm that day and nowhere else, for every employer has to open."""
    on = day_of(at)
    links = apps.get_model("workers", "Affiliation").objects
    standing = links.filter(superseded_at=None, valid_from__lte=on, valid_until=None)
    several = standing.values("worker").annotate(n=Count("pk")).filter(n__gt=1).values("worker")
    own = standing.filter(company=company).exclude(worker__in=several).values("worker")
    workers = apps.get_model("workers", "Worker").objects.filter(pk__in=own)
    return list(workers.exclude(number__in=[role.number for role in ROLES]).order_by("pk")[:_OF_A_FIRM])
