"""施工体制の知らせ: both sides of a spot are told what happened there (SITE-05)."""

from datetime import datetime

from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import StructureMember
from ccus.domain.sites.policies import name_at, standing_in


def tell_both(
    text: Text,
    member: StructureMember,
    *,
    at: datetime,
    lower: Company | None = None,
    source: str = "",
    **values: object,
) -> None:
    """両側に知らせる: the firm of the spot and the one that speaks above it; `lower` in place of a stand-in."""
    if member.parent is None:
        return
    firm = lower or member.company
    sides = {standing_in(member.parent).pk} | ({firm.pk} if firm is not None else set())
    said: dict[str, object] = {
        "site": member.site.name,
        "upper": name_at(member.parent),
        "lower": firm.name if firm is not None else member.stand_in_name,
    }
    for company in sorted(sides):
        tell_company(
            company,
            text=text,
            source=f"{text}:{source or member.pk}",
            at=at,
            power=Power.STRUCTURE,
            mail=False,
            **said | values,
        )
