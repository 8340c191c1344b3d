"""登録行政書士を読む (PROXY-02)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccus.domain.companies.models import AgentLicence
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.superseding import standing_on


@dataclass(frozen=True, slots=True)
class AgentShown:
    """登録行政書士, as the office sees one; `last_on` None: no end."""

    id: int
    name: str
    company_number: str
    number: str
    from_on: date
    last_on: date | None


def agents(*, on: date) -> Sequence[AgentShown]:
    """登録行政書士 of today and of later, by name."""
    standing = AgentLicence.objects.filter(superseded_at=None).exclude(valid_until__lte=on)
    rows = standing.select_related("company").order_by("company__name_kana", "pk")
    return [
        AgentShown(
            row.pk,
            row.company.name,
            row.company.number,
            row.number,
            row.valid_from,
            row.valid_until - ONE_DAY if row.valid_until else None,
        )
        for row in rows
    ]


def licence_to_end(key: int) -> AgentLicence | None:
    """The row that stands; None for any other."""
    return AgentLicence.objects.filter(pk=key, superseded_at=None).first()


def is_agent(company: int, *, on: date) -> bool:
    """Whether the office has marked the company (key) for that day."""
    return standing_on(AgentLicence.objects.filter(company=company), on).exists()
