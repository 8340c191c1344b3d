"""現場登録 and 就業履歴蓄積期間."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.policies import require_open_days
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import require_company, stands_for
from ccus.domain.companies.terms import Power
from ccus.domain.sites.actions.readers import enroll_reader
from ccus.domain.sites.contracting import ContractItems
from ccus.domain.sites.models import AccumulationPeriod, Place, Site
from ccus.domain.sites.owners import owning_unit
from ccus.domain.sites.policies import require_prime
from ccus.domain.sites.rows import first_manager, put_contract
from ccus.domain.sites.rules import SiteDetails, changed_days, readable
from ccus.domain.sites.spots import accept_spot, add_spot
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.identifiers import Kind
from ccus.foundation.japanese import date_words, tidy
from ccus.foundation.numbering import with_new_number
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import period_of, supersede

_LABEL = "就業履歴蓄積期間"
_TELEPHONE = "スマートフォン"
_NO_DETAILS = SiteDetails()


class SmallSiteExists(Refusal):
    """登録済みの小規模現場: the same name, address and first day (SITE-18)."""


@dataclass(frozen=True, slots=True)
class SmallSite:
    """小規模現場: the site, and its reader's token in clear, here only."""

    site: Site
    token: str


@transaction.atomic
def register_site(
    *,
    prime: Company,
    name: str,
    name_kana: str,
    address: str,
    from_on: date,
    until_on: date | None,
    unit: UUID | None = None,
    manager: str = "",
    details: SiteDetails = _NO_DETAILS,
    contracts: Sequence[ContractItems] = (),
    is_small: bool = False,
    by: Actor,
    at: datetime,
) -> Site:
    """現場登録 by the prime contractor: 現場ID, period, its own spot at the top, its manager (SITE-01 to SITE-03).

    `until_on` is the day after the last; `unit` the owning unit's key, `manager` a 管理者ID: whoever registers the
    site where none is given (SITE-15, SITE-17). Raises `TextUnreadable`, `PeriodBackwards`, `UnitNotYours`,
    `SeatUnknown`, `PostNotForRole`, `ContractUnreadable`.
    """
    require_company(by, prime, Power.REGISTER_SITE)
    period = Period.checked(from_on, until_on, label=_LABEL, field="until_on")
    columns: dict[str, Any] = {
        "name": readable(name, "name"),
        "name_kana": readable(name_kana, "name_kana", may_be_empty=is_small),
        "address": readable(address, "address"),
        "unit": owning_unit(by, prime, unit),
        "is_small": is_small,
        **details.columns(),
    }
    site = with_new_number(
        Kind.SITE,
        lambda number: Site.objects.create(
            place=Place.objects.create(), number=number, prime=prime, registered_at=at, **columns
        ),
    )
    _add_period(site, period, by=by, at=at)
    # No tap can be older than both: the prime never makes a hole in the chain.
    accept_spot(add_spot(site, prime, None, by=by, at=at), from_on=min(from_on, day_of(at)), by=by, at=at)
    first_manager(site, manager, by=by, at=at)
    for items in contracts:
        put_contract(site, items, by=by, at=at)
    record(act=Act.SITE_REGISTERED, by=by, at=at, subject=("site", site.pk), affects=_touched(site, [period]))
    return site


@transaction.atomic
def register_small_site(
    *,
    prime: Company,
    name: str,
    address: str,
    from_on: date,
    until_on: date | None = None,
    by: Actor,
    at: datetime,
) -> SmallSite:
    """小規模現場の登録 in three fields, for jobs of a day; with one reader for a telephone (SITE-18).

    Without `until_on` (the day after the last) one day. Raises what `register_site` does, and `SmallSiteExists`.
    """
    one_at_a_time("prime", prime.pk)
    same = Site.objects.filter(prime=prime, is_small=True, name=tidy(name), address=tidy(address))
    if same.filter(periods__superseded_at=None, periods__valid_from=from_on).exists():
        raise SmallSiteExists(
            f"同じ現場（{tidy(name)}、{date_words(from_on)}から）は、すでに登録されています。"
            "現場の一覧から開くか、現場名を変えてください。",
            "name",
        )
    site = register_site(
        prime=prime,
        name=name,
        name_kana="",
        address=address,
        from_on=from_on,
        until_on=until_on or from_on + ONE_DAY,
        is_small=True,
        by=by,
        at=at,
    )
    return SmallSite(site, enroll_reader(site=site, name=_TELEPHONE, by=by, at=at).token)


@transaction.atomic
def edit_site(
    *,
    site: Site,
    name: str,
    name_kana: str,
    address: str,
    unit: UUID | None = None,
    details: SiteDetails = _NO_DETAILS,
    by: Actor,
    at: datetime,
) -> Site:
    """登録した現場の編集 by the prime: everything of 現場情報 but the period (SITE-01, SITE-02, SITE-15).

    Only who may register sites moves one to another unit. Raises `TextUnreadable`, `UnitNotYours`.
    """
    require_prime(by, site)
    one_at_a_time("site", site.pk)
    present = Site.objects.get(pk=site.pk)
    columns: dict[str, Any] = {
        "name": readable(name, "name"),
        "name_kana": readable(name_kana, "name_kana", may_be_empty=present.is_small),
        "address": readable(address, "address"),
        **details.columns(),
    }
    if stands_for(by, site.prime_id, Power.REGISTER_SITE):
        columns["unit_id"] = getattr(owning_unit(by, site.prime, unit), "pk", None)
    changed = sorted(column for column, value in columns.items() if getattr(present, column) != value)
    if changed:
        Site.objects.filter(pk=site.pk).update(**columns)
        record(act=Act.SITE_EDITED, by=by, at=at, subject=("site", site.pk), columns=changed)
    return Site.objects.get(pk=site.pk)


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
