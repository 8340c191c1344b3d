"""技能者の施工体制登録を読む: proxies that ask for consent, and work under another firm (SITE-24, SITE-25)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Placement, PlacementRequest, ProxyConsent, StructureProxy
from ccus.domain.workers.models import Affiliation, Worker
from ccus.foundation.identifiers import digits_of, is_number
from ccus.foundation.japanese import katakana, tidy
from ccus.foundation.superseding import standing_on

_MOST = 20


@dataclass(frozen=True, slots=True)
class ProxyShown:
    """代理手続きをする事業者: acts for `employer`; `agreed_on` None: the worker did not agree."""

    number: str
    name: str
    employer: str
    agreed_on: date | None


@dataclass(frozen=True, slots=True)
class PlacementShown:
    """就業の合意, or a request of one. `until_on`: the day after the last."""

    key: UUID | None
    placement: int
    worker_number: str
    worker: int
    company_number: str
    company: str
    from_on: date
    until_on: date | None
    is_asked_by_worker: bool = False


@dataclass(frozen=True, slots=True)
class CompanyFound:
    """さがした事業者."""

    number: str
    name: str


def proxies_over(worker: int, *, on: date) -> tuple[ProxyShown, ...]:
    """Companies that act for an employer of the worker (or a firm with an agreed 就業), and those agreed to before."""
    firms = {
        *standing_on(Affiliation.objects.filter(worker=worker), on).values_list("company", flat=True),
        *standing_on(Placement.objects.filter(worker=worker), on).values_list("company", flat=True),
    }
    agreed = standing_on(ProxyConsent.objects.filter(worker=worker), on).select_related("company")
    since = {consent.company_id: consent for consent in agreed}
    proxies = standing_on(StructureProxy.objects.filter(giver__in=firms), on)
    shown = [
        ProxyShown(
            proxy.taker.number,
            proxy.taker.name,
            proxy.giver.name,
            since[proxy.taker_id].valid_from if proxy.taker_id in since else None,
        )
        for proxy in proxies.select_related("taker", "giver").order_by("taker__number", "giver__number")
    ]
    named = {proxy.number for proxy in shown}
    rest = [consent for consent in since.values() if consent.company.number not in named]
    return (*shown, *(ProxyShown(c.company.number, c.company.name, "", c.valid_from) for c in rest))


def parties(worker: int, company_number: str) -> tuple[Worker, Company] | None:
    """The rows behind a worker and a 事業者ID, for the acts."""
    company = Company.objects.filter(number=digits_of(company_number)).first()
    return (Worker.objects.get(pk=worker), company) if company is not None else None


def worker_numbered(number: str) -> Worker | None:
    """The worker behind a 技能者ID, for a request of a firm."""
    return Worker.objects.filter(number=digits_of(number)).first()


def search_companies(text: str) -> tuple[CompanyFound, ...]:
    """事業者 by the whole 事業者ID, or part of name or フリガナ; at most 20."""
    typed = tidy(text)
    if not typed:
        return ()
    named = Q(name__icontains=typed) | Q(name_kana__contains=katakana(typed))
    wanted = Q(number=digits_of(typed)) if is_number(digits_of(typed)) else named
    rows = Company.objects.filter(wanted).order_by("name_kana", "number").values_list("number", "name")
    return tuple(CompanyFound(number, name) for number, name in rows[:_MOST])


def placements_of(
    *, on: date, worker: int | None = None, company: int | None = None
) -> tuple[PlacementShown, ...]:
    """Agreements that hold on the day or later, of a worker or of a company."""
    whose = Q(worker=worker) if worker is not None else Q(company=company)
    rows = Placement.objects.filter(
        whose, Q(valid_until=None) | Q(valid_until__gt=on), superseded_at=None
    ).select_related("worker", "company")
    return tuple(_shown(row, None, row.pk) for row in rows.order_by("-valid_from", "pk"))


def requests_of(*, worker: int | None = None, company: int | None = None) -> tuple[PlacementShown, ...]:
    """Open requests of a worker or a company, newest first."""
    whose = Q(worker=worker) if worker is not None else Q(company=company)
    rows = PlacementRequest.objects.filter(whose, closed_at=None).select_related("worker", "company")
    return tuple(_shown(row, row.key, 0) for row in rows.order_by("-pk"))


def request_for(
    key: UUID, *, worker: int | None = None, company: int | None = None
) -> PlacementRequest | None:
    """A request for the acts, if it is of this worker or company."""
    whose = Q(worker=worker) if worker is not None else Q(company=company)
    return PlacementRequest.objects.filter(whose, key=key).select_related("worker", "company").first()


def placement_with(*, worker: int, company_number: str, on: date) -> Placement | None:
    """The agreement of a worker and a company that holds on the day or later, for the acts."""
    rows = Placement.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=on),
        worker=worker,
        company__number=company_number,
        superseded_at=None,
    )
    return rows.select_related("worker", "company").order_by("valid_from").first()


def _shown(row: Placement | PlacementRequest, key: UUID | None, placement: int) -> PlacementShown:
    return PlacementShown(
        key,
        placement,
        row.worker.number,
        row.worker_id,
        row.company.number,
        row.company.name,
        row.valid_from,
        row.valid_until,
        isinstance(row, PlacementRequest) and row.asked_by.startswith("worker:"),
    )
