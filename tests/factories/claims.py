"""申告: days entered by hand, answered, and what `settle` makes of them inside the test's own transaction."""

from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import count
from typing import Any
from uuid import uuid4

import psycopg
from django.db import connection

from ccus.domain.audit.models import Affect
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Site
from ccus.domain.work_history.actions.answers import approve
from ccus.domain.work_history.actions.entries import enter_days
from ccus.domain.work_history.actions.own_sites import enter_days_at_own_site, open_own_site
from ccus.domain.work_history.claim_terms import Why
from ccus.domain.work_history.claims.day_checks import DayTyped
from ccus.domain.work_history.models import DayClaim, OwnSite, Tap
from ccus.domain.work_history.scripts import Script, run
from ccus.domain.work_history.settling import settle
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import JST, now
from ccus.foundation.periods import ONE_DAY
from tests.factories import codes
from tests.factories.personas import Cast, firm, person

_seq = count(1)


def typed(*days: date, **details: object) -> list[DayTyped]:
    """Days as somebody types them: 鉄筋工, 一般, the card forgotten."""
    usual: dict[str, Any] = {
        "trade": codes.trade(),
        "position": codes.position(),
        "work_content": "基礎配筋",
        "why": Why.CARD_FORGOTTEN,
    }
    return [DayTyped(day, **usual | details) for day in days]


def entered(
    worker: Worker,
    site: Site,
    *days: date,
    company: Company | None = None,
    by: Actor | None = None,
    at: datetime | None = None,
    **details: object,
) -> list[DayClaim]:
    """Days that the worker (or `by`) entered at a registered site; its companies were asked."""
    return enter_days(
        worker=worker,
        site=site,
        company=company,
        days=typed(*days, **details),
        by=by or person(worker),
        at=at or now(),
    )


def approved(claim: DayClaim, *, at: datetime | None = None) -> DayClaim:
    """A claim that the prime of its site approved."""
    site = Site.objects.select_related("prime").get(pk=claim.place_id)
    approve(claim=claim, by=firm(site.prime), at=at or now())
    return claim


def own_site(worker: Worker, *, at: datetime | None = None, **board: Any) -> OwnSite:
    """A site that is not registered, as the worker read it on the signboard."""
    read: dict[str, Any] = {"name": "見本邸改修工事", "address": "東京都港区見本4-5-6"}
    return open_own_site(worker=worker, **read | board, by=person(worker), at=at or now())


def entered_there(own: OwnSite, *days: date, at: datetime | None = None, **details: object) -> list[DayClaim]:
    """Days that the worker entered at such a site."""
    return enter_days_at_own_site(
        own_site=own, company=None, days=typed(*days, **details), by=person(own.worker), at=at or now()
    )


def tapped(cast: Cast, on: date, hour: int = 8) -> None:
    """A card read at the gate of the cast's site, as the readers' server stores it; the day waits to be derived."""
    read_at = datetime.combine(on, time(hour), JST)
    Tap.objects.create(
        reader=cast.reader.pk,
        id=uuid4(),
        at=read_at,
        seq=next(_seq),
        happened_at=read_at,
        received_at=read_at,
        place=cast.site.pk,
        card=cast.card.token,
        worker=cast.mirai.pk,
        direction=0,
        shown=0,
        outcome=0,
        reasons=[],
    )
    Affect.objects.create(
        event_id=0, worker=cast.mirai.pk, place=cast.site.pk, from_on=on, until_on=on + ONE_DAY
    )


def settled() -> None:
    """What the jobs do with what is pending: derive the days that acts touched, in this connection's transaction."""
    connection.ensure_connection()
    while settle(_run_here, now()).affects:
        pass


def state_of_days(worker: Worker, place: int | None = None) -> Sequence[tuple[date, int]]:
    """(day, state) of each record of a worker, by day, after what is pending was derived."""
    settled()
    with connection.cursor() as cursor:
        cursor.execute(
            "select work_on, state from work_record where worker = %s and place = coalesce(%s, place)"
            " order by 1, place",
            [worker.pk, place],
        )
        return list(cursor.fetchall())


def _run_here(script: Script[Any]) -> Any:
    with psycopg.Cursor(connection.connection) as cursor:
        return run(cursor, script)
