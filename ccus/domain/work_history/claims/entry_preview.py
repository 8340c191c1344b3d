"""入力する前に: where days are entered, and what a press would do, checked as the act checks it (PORTAL-22)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Site
from ccus.domain.work_history.claim_terms import Party
from ccus.domain.work_history.claims.asking import parties_on
from ccus.domain.work_history.claims.attaching import waiting_entries
from ccus.domain.work_history.claims.day_checks import DayTyped, due_of, typed_days
from ccus.domain.work_history.claims.entered import entered_days, refuse_entered, require_free
from ccus.domain.work_history.claims.entered_days import periods_at
from ccus.domain.work_history.claims.firms import FirmOfDay, firms_as_claimed, firms_on
from ccus.domain.work_history.claims.own_sites import own_site_row
from ccus.domain.work_history.models import OwnSite
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import day_of
from ccus.foundation.periods import Period


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """入力する現場: a registered site, or one that the worker typed; `periods` None: it has none."""

    place: int
    name: str
    address: str
    prime_name: str
    site: Site | None = None
    own_site: OwnSite | None = None
    periods: tuple[Period, ...] | None = None


@dataclass(frozen=True, slots=True)
class AskedOf:
    """求められる会社: on how many days, in which part, and until when at the earliest."""

    party: Party
    company: str
    days: int
    due_at: datetime


def registered_place(number: str) -> EntryPlace | None:
    """A registered site by its 現場ID."""
    site = Site.objects.filter(number=number).select_related("prime").first()
    if site is None:
        return None
    periods = periods_at([site.pk])[site.pk]
    return EntryPlace(site.pk, site.name, site.address, site.prime.name, site=site, periods=periods)


def own_place(worker: int, key: UUID) -> EntryPlace | None:
    """A site that the worker typed."""
    row = own_site_row(worker, key)
    return EntryPlace(row.place_id, row.name, row.address, row.prime_name, own_site=row) if row else None


def preview(
    at_place: EntryPlace, *, worker: Worker, company: Company | None, days: Sequence[DayTyped], at: datetime
) -> tuple[AskedOf, ...]:
    """Whom entering these days would ask; nobody at a site that is not registered. Raises as the act that enters."""
    dates = [day.on for day in typed_days(days, born_on=worker.birth_on, at=at)]
    firms = firms_on(worker, dates, place=at_place.place, named=company)
    if at_place.site is not None:
        require_free(at_place.site, worker.pk, dates)
    else:
        refuse_entered(entered_days(worker.pk, at_place.place, dates))
    if at_place.site is None:
        return ()
    return _asked(at_place.site, firms, {on: due_of(on) for on in dates})


def preview_attaching(
    own_site: OwnSite, site: Site, days: Sequence[date], *, at: datetime
) -> tuple[AskedOf, ...]:
    """Whom attaching a registered site would ask about these days (CLAIM-20)."""
    chosen = {claim.work_on: claim.company_id for claim in waiting_entries(own_site) if claim.work_on in days}
    firms = firms_as_claimed(own_site.worker, chosen, place=site.pk) if chosen else {}
    return _asked(site, firms, dict.fromkeys(chosen, due_of(day_of(at))))


def _asked(site: Site, firms: Mapping[date, FirmOfDay], due: Mapping[date, datetime]) -> tuple[AskedOf, ...]:
    asked: dict[tuple[Party, int], list[date]] = {}
    for on, parties in parties_on(site, firms).items():
        for company, party in parties.items():
            asked.setdefault((party, company), []).append(on)
    names = dict(Company.objects.filter(pk__in={key for _, key in asked}).values_list("pk", "name"))
    return tuple(
        AskedOf(party, names[company], len(days), min(due[on] for on in days))
        for (party, company), days in sorted(asked.items())
    )
