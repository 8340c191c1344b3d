"""所属とその申請を読む: for the pages of both sides (REG-11 to REG-14)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from ccus.domain.workers.models import Affiliation, AffiliationRequest, WorkerName
from ccus.domain.workers.terms import Employment
from ccus.foundation.identifiers import is_number
from ccus.foundation.periods import ONE_DAY


@dataclass(frozen=True, slots=True)
class LinkShown:
    """所属の申請, or a link; `last_on` is its last day. The worker by what everybody may see (D-08)."""

    worker_number: str
    worker_kana: str
    company_number: str
    company_name: str
    is_main: bool
    employment: str
    from_on: date
    last_on: date | None
    asked_by_company: bool = False
    asked_at: datetime | None = None

    @property
    def employment_label(self) -> str:
        """雇用形態 in words; empty where it was not said."""
        return Employment(self.employment).label if self.employment else ""


_COLUMNS = (
    "worker", "worker__number", "company__number", "company__name", "is_main", "employment", "valid_from",
    "valid_until",
)  # fmt: skip


def requests_to(company: int, *, on: date) -> tuple[LinkShown, ...]:
    """待っている申請 between a company and workers, whoever asked, the oldest first. Two statements."""
    return _asked(AffiliationRequest.objects.filter(company=company), on)


def requests_about(worker: int, *, on: date) -> tuple[LinkShown, ...]:
    """待っている申請 between a worker and companies, whoever asked, the oldest first. Two statements."""
    return _asked(AffiliationRequest.objects.filter(worker=worker), on)


def employers_of(worker: int, *, on: date) -> tuple[LinkShown, ...]:
    """所属 of a worker that stand on a day or are to come, the main one first."""
    not_over = Q(valid_until=None) | Q(valid_until__gt=on)
    links = Affiliation.objects.filter(not_over, worker=worker, superseded_at=None)
    rows = links.order_by("-is_main", "valid_from", "pk").values_list(*_COLUMNS)
    return tuple(_shown(row, "") for row in rows)


def open_request(*, company: str, worker: str) -> AffiliationRequest | None:
    """The request that waits between two, by 事業者ID and 技能者ID. Who may answer it, the act says."""
    if not (is_number(company) and is_number(worker)):
        return None
    found = AffiliationRequest.objects.filter(
        company__number=company, worker__number=worker, closed_at=None
    ).select_related("company", "worker")
    return found.first()


def link_between(*, company: str, worker: str, on: date) -> Affiliation | None:
    """The link of two that stands on a day, or the next to come, by 事業者ID and 技能者ID."""
    if not (is_number(company) and is_number(worker)):
        return None
    not_over = Q(valid_until=None) | Q(valid_until__gt=on)
    found = Affiliation.objects.filter(
        not_over, company__number=company, worker__number=worker, superseded_at=None
    ).select_related("company", "worker")
    return found.order_by("valid_from", "pk").first()


def _asked(requests: "QuerySet[AffiliationRequest]", on: date) -> tuple[LinkShown, ...]:
    open_ones = requests.filter(closed_at=None).order_by("asked_at", "pk")
    rows = list(open_ones.values_list(*_COLUMNS, "asked_by", "asked_at"))
    names = WorkerName.objects.filter(
        worker__in=[row[0] for row in rows], superseded_at=None, valid_from__lte=on
    )
    kana = dict(names.order_by("valid_from").values_list("worker", "kana"))
    return tuple(_shown(row, kana.get(row[0], "")) for row in rows)


def _shown(row: tuple[Any, ...], kana: str) -> LinkShown:
    _, number, company_number, company_name, is_main, employment, from_on, until_on, *asked = row
    return LinkShown(
        worker_number=number,
        worker_kana=kana,
        company_number=company_number,
        company_name=company_name,
        is_main=is_main,
        employment=employment,
        from_on=from_on,
        last_on=until_on - ONE_DAY if until_on else None,
        asked_by_company=bool(asked) and str(asked[0]).startswith("company:"),
        asked_at=asked[1] if asked else None,
    )
