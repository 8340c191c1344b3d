"""だれの書類か: who may have a paper of which spot (PAPER-02)."""

from datetime import date

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.policies import company_of, seated
from ccus.domain.companies.terms import Power
from ccus.domain.papers.terms import PaperKind
from ccus.domain.sites.models import Site, SitePartner, StructureMember
from ccus.domain.sites.policies import reaches
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class NoSuchPaper(Refusal):
    """この場所にない書類: a paper of another tier (PAPER-02)."""


def tops(by: Actor, site: Site, on: date) -> frozenset[int]:
    """The spots (keys) below which, themselves included, `by` may have papers on a day; none for strangers."""
    company = company_of(by)
    sitting = seated(by)
    if company is None or (sitting is not None and not reaches(sitting, site, Power.VIEW_STRUCTURE)):
        return frozenset()
    spots = StructureMember.objects.filter(site=site)
    if site.prime_id == company or _is_partner(site, company, on):
        return frozenset(spots.filter(tier=0).values_list("pk", flat=True))
    own = spots.filter(company=company, withdrawn_at=None, refused_at=None)
    return frozenset(own.values_list("pk", flat=True))


def require_paper(by: Actor, member: StructureMember, kind: PaperKind, on: date) -> None:
    """Refuse who may not see the spot, and a paper that a spot of this tier does not have (PAPER-02).

    Rights are asked as they stand; `on` is today.
    """
    if tops(by, member.site, on).isdisjoint(member.path):
        raise NotAllowed(
            f"「{kind.label}」は、この事業者の施工体制を閲覧できる利用者だけが作成できます。"
            "事業者責任者に、権限と担当の現場を確かめてもらってください。"
        )
    if not kind.is_for_tier(member.tier):
        whose = "元請" if kind is PaperKind.LEDGER else "一次以下の下請"
        raise NoSuchPaper(f"「{kind.label}」は、{whose}の書類です。事業者を選びなおしてください。", "spot")


def _is_partner(site: Site, company: int, on: date) -> bool:
    return standing_on(SitePartner.objects.filter(site=site, company=company), on).exists()
