"""共同企業体の構成員: further partners of a joint venture, who may view the site (SITE-01, D-20)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import Site, SitePartner
from ccus.domain.sites.policies import require_prime
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.identifiers import grouped
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import end_on, standing_on


class PartnerUnknown(Refusal):
    """構成員の誤り: no such company, or the prime itself (D-20)."""


class AlreadyPartner(Refusal):
    """構成員の重なり: a partner is listed once on any day (D-20)."""


@transaction.atomic
def add_partner(*, site: Site, company: str, from_on: date, by: Actor, at: datetime) -> SitePartner:
    """構成員の登録 by the prime; `company` is the 事業者ID. The partner is told (D-20).

    Raises `PartnerUnknown`, `AlreadyPartner`.
    """
    require_prime(by, site)
    partner = Company.objects.filter(number=company).first()
    if partner is None:
        raise PartnerUnknown(
            f"事業者ID（{grouped(company)}）の事業者は、登録されていません。番号を確かめてください。",
            "company",
        )
    if partner.pk == site.prime_id:
        raise PartnerUnknown(
            "元請事業者は、構成員に加えられません。ほかの事業者を選んでください。", "company"
        )
    listed = AlreadyPartner(f"{partner.name}は、すでに構成員です。ほかの事業者を選んでください。", "company")
    one_at_a_time("site", site.pk)
    with refusing({"site_partner_once": listed}):
        row = SitePartner.objects.create(
            site=site, company=partner, valid_from=from_on, recorded_at=at, recorded_by=str(by)
        )
    record(act=Act.SITE_PARTNER_ADDED, by=by, at=at, subject=("site_partner", row.pk))
    tell_company(
        partner.pk,
        text=Text.SITE_PARTNER_ADDED,
        source=f"site_partner:{row.pk}",
        at=at,
        power=Power.VIEW_STRUCTURE,
        site=site.name,
        upper=site.prime.name,
    )
    return row


@transaction.atomic
def end_partner(*, site: Site, company: str, until_on: date, by: Actor, at: datetime) -> None:
    """構成員から外す: the last day is the one before `until_on` (D-20). Raises `PartnerUnknown`, `AlreadyChanged`."""
    require_prime(by, site)
    one_at_a_time("site", site.pk)
    listed = SitePartner.objects.filter(site=site, company__number=company)
    standing = standing_on(listed, until_on).first()
    if standing is None:
        raise PartnerUnknown(
            "その事業者は、その日の構成員ではありません。日付と事業者を確かめてください。", "until_on"
        )
    end_on(standing, until_on, at=at)
    record(act=Act.SITE_PARTNER_ENDED, by=by, at=at, subject=("site_partner", standing.pk))
