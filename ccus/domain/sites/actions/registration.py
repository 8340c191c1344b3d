"""現場登録 and 就業履歴蓄積期間."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.policies import require_one_of
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.policies import require_open_days
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor
from ccus.domain.sites.models import AccumulationPeriod, Place, Site
from ccus.domain.sites.policies import require_prime
from ccus.domain.sites.rules import changed_days, readable
from ccus.domain.sites.spots import accept_spot, add_spot
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.identifiers import Kind
from ccus.foundation.numbering import with_new_number
from ccus.foundation.periods import Period
from ccus.foundation.superseding import period_of, supersede

_LABEL = "就業履歴蓄積期間"


@transaction.atomic
def register_site(
    *,
    prime: Company,
    name: str,
    name_kana: str,
    address: str,
    from_on: date,
    until_on: date | None,
    by: Actor,
    at: datetime,
) -> Site:
    """現場登録 by the prime contractor: 現場ID, period, and the prime's own spot in the structure (SITE-01 to SITE-03).

    `until_on` is the day after the last. Raises `TextUnreadable`, `PeriodBackwards`.
    """
    require_one_of(by, as_actor(prime), who="元請事業者")
    period = Period.checked(from_on, until_on, label=_LABEL, field="until_on")
    texts = {
        "name": readable(name, "name"),
        "name_kana": readable(name_kana, "name_kana"),
        "address": readable(address, "address"),
    }
    site = with_new_number(
        Kind.SITE,
        lambda number: Site.objects.create(
            place=Place.objects.create(), number=number, prime=prime, registered_at=at, **texts
        ),
    )
    _add_period(site, period, by=by, at=at)
    # No tap can be older than both: the prime never makes a hole in the chain.
    accept_spot(add_spot(site, prime, None, by=by, at=at), from_on=min(from_on, day_of(at)), by=by, at=at)
    record(act=Act.SITE_REGISTERED, by=by, at=at, subject=("site", site.pk), affects=_touched(site, [period]))
    return site


@transaction.atomic
def change_period(
    *, site: Site, from_on: date, until_on: date | None, by: Actor, at: datetime
) -> AccumulationPeriod:
    """蓄積期間の変更, also backwards: taps that lay outside and lie inside now make their records (SITE-04, D-13).

    Days whose deadline has passed are added, never taken away. Raises `PeriodBackwards`, `DaysClosed`.
    """
    require_prime(by, site)
    new = Period.checked(from_on, until_on, label=_LABEL, field="until_on")
    one_at_a_time("site", site.pk)
    present = AccumulationPeriod.objects.get(site=site, superseded_at__isnull=True)
    old = period_of(present)
    for part in old.without(new):
        require_open_days(part.from_on, at=at, label="期間から外す最初の日", field="from_on")
    supersede(present, at=at)
    period = _add_period(site, new, by=by, at=at)
    record(
        act=Act.SITE_PERIOD_CHANGED,
        by=by,
        at=at,
        subject=("site", site.pk),
        affects=_touched(site, changed_days(old, new)),
    )
    return period


def _add_period(site: Site, period: Period, *, by: Actor, at: datetime) -> AccumulationPeriod:
    return AccumulationPeriod.objects.create(
        site=site,
        valid_from=period.from_on,
        valid_until=period.until_on,
        recorded_at=at,
        recorded_by=str(by),
    )


def _touched(site: Site, periods: list[Period]) -> list[Touched]:
    return [Touched(place=site.pk, from_on=p.from_on, until_on=p.until_on) for p in periods]
