"""代行: 建設 未来 has entrusted the employer, which began an application; the firm above asks, too."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps

from ccus.demo.plan.roles import MIRAI
from ccus.demo.scenes.firms import EMPLOYER, UPPER, Clerk
from ccus.demo.scenes.people import worker_of
from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.proxies.actions.asks import ask_for_mandate
from ccus.domain.proxies.actions.mandates import give_mandate
from ccus.domain.workers.terms import Mandated
from ccus.foundation.clock import day_of

_HOUR = timedelta(hours=1)


def play(seats: Mapping[Clerk, Actor], at: datetime) -> None:
    """A mandate, a draft under it, and a question that waits. `at` lies before the country's today."""
    mirai = worker_of(MIRAI)
    give_mandate(
        worker=mirai,
        company=_company(EMPLOYER),
        acts=list(Mandated),
        from_on=day_of(at),
        by=Actor(ActorKind.WORKER, mirai.pk),
        at=at,
    )
    kind = ApplicationKind.COLOUR_CHANGE
    open_application(kind=kind, worker=mirai.pk, by=seats[EMPLOYER], at=at + _HOUR)
    ask_for_mandate(company=_company(UPPER), number=mirai.number, by=seats[UPPER], at=at)


def _company(clerk: Clerk) -> Any:
    return apps.get_model("companies", "Company").objects.filter(name=clerk.firm).earliest("pk")
