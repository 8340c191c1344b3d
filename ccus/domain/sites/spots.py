"""施工体制の場所: the rows of a structure, as the acts on it write them."""

from datetime import date, datetime

from django.db import connection
from django.db.models import QuerySet

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import (
    AccumulationPeriod,
    RosterLine,
    Site,
    StructureAcceptance,
    StructureMember,
)
from ccus.domain.sites.policies import name_at
from ccus.domain.sites.rules import is_above_itself
from ccus.foundation.constraints import refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal


class AlreadyAccepted(Refusal):
    """承認済み: accepted once for any day (SITE-07)."""


class AlreadyInvited(Refusal):
    """要請済み: one open invitation of a firm at one spot (SITE-05)."""


class CompanyAboveItself(Refusal):
    """施工体制の輪: a firm cannot work below itself (SITE-06)."""


class SomebodyBelow(Refusal):
    """下位がいる場所: a stand-in with firms or workers below it stays (SITE-19)."""


class StandInClaimed(Refusal):
    """引き受け済み: a stand-in is claimed once, by one firm (SITE-19)."""


def add_spot(
    site: Site,
    company: Company | None,
    upper: StructureMember | None,
    *,
    by: Actor,
    at: datetime,
    **stand_in: str,
) -> StructureMember:
    """A firm below `upper`, or the prime. The row knows its own key before it is written: its path ends with it.

    Without a company a stand-in: `stand_in_name`, `stand_in_contact`.
    """
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence('structure_member', 'id'))")
        key: int = cursor.fetchone()[0]
    above = upper.path if upper is not None else []
    return StructureMember.objects.create(
        id=key,
        site=site,
        company=company,
        parent=upper,
        tier=len(above),
        path=[*above, key],
        invited_at=at,
        invited_by=str(by),
        **stand_in,
    )


def accept_spot(
    member: StructureMember, *, from_on: date, by: Actor, at: datetime, held_since: datetime | None = None
) -> StructureAcceptance:
    """The firm stands at its spot from a day on. Raises `AlreadyAccepted` (SITE-07)."""
    accepted = AlreadyAccepted(
        f"{name_at(member)}は、{date_words(from_on)}以降の施工体制をすでに承認しています。"
        "離脱したあとの日から承認してください。",
        "from_on",
    )
    with refusing({"structure_accepted_once_at_a_time": accepted}):
        return StructureAcceptance.objects.create(
            member=member, valid_from=from_on, recorded_at=at, recorded_by=str(by), held_since=held_since
        )


def claim_spot(member: StructureMember, company: Company, *, by: Actor, at: datetime) -> StructureAcceptance:
    """The real firm takes a stand-in's place, once; its acceptance is held since the declaration (D-27, SITE-19).

    Raises `CompanyAboveItself`, `AlreadyInvited`, `StandInClaimed`.
    """
    if member.parent is not None:
        require_not_above(member.parent, company)
    below = open_spots(member.site_id).filter(path__contains=[member.pk], company=company)
    if below.exists():
        raise CompanyAboveItself(
            f"{company.name}は、この場所の下位にすでにいます。"
            "その下位の場所から外れてから引き受けるか、ほかの事業者を選んでください。",
            "company",
        )
    unclaimed = open_spots(member.site_id).filter(pk=member.pk, company=None)
    with refusing(invited_once(company)):
        if not unclaimed.update(company=company):
            raise StandInClaimed(
                f"「{member.stand_in_name}」の場所は、すでにほかの事業者が引き受けたか、取り下げられています。"
                "直近上位の事業者に確かめてください。"
            )
    member.company = company
    return accept_spot(member, from_on=first_day(member.site), by=by, at=at, held_since=member.invited_at)


def first_day(site: Site) -> date:
    """The first day of the accumulation period, from which an acceptance counts (SITE-07)."""
    return AccumulationPeriod.objects.get(site=site, superseded_at__isnull=True).valid_from


def first_free_day(member: StructureMember, *, today: date) -> date:
    """From which day a spot may be accepted anew: whoever was there before comes back today at the earliest."""
    stood = StructureAcceptance.objects.filter(member=member, superseded_at=None).order_by("-valid_from")
    ends = stood.values_list("valid_until", flat=True)
    if not ends or ends[0] is None:
        return first_day(member.site)
    return max(ends[0], today)


def open_spots(site: int) -> "QuerySet[StructureMember]":
    """Spots of a site (key) that were neither withdrawn nor refused."""
    return StructureMember.objects.filter(site=site, withdrawn_at=None, refused_at=None)


def asked_again(upper: StructureMember, company: Company) -> StructureMember | None:
    """The spot of a firm that was taken out and is asked anew: everybody below it comes along (SITE-08)."""
    dismissed = open_spots(upper.site_id).filter(parent=upper, company=company, dismissed_at__isnull=False)
    member = dismissed.first()
    if member is not None:
        dismissed.update(dismissed_at=None)
    return member


def invited_once(company: Company) -> dict[str, Refusal]:
    """The refusal of a second open invitation at one spot, by its constraint (SITE-05)."""
    refusal = AlreadyInvited(
        f"{company.name}には、すでに要請しています。承認を待つか、その要請を取り下げてください。", "company"
    )
    return {"structure_invited_once": refusal}


def require_not_above(upper: StructureMember, company: Company) -> None:
    """Refuse a firm below itself; in another branch it may stand. Raises `CompanyAboveItself` (SITE-06)."""
    above = StructureMember.objects.filter(pk__in=upper.path).exclude(company=None)
    if is_above_itself(company.pk, above.values_list("company_id", flat=True)):
        raise CompanyAboveItself(
            f"{company.name}は、この施工体制の上位にすでにいます。自社やその上位ではない事業者を選んでください。",
            "company",
        )


def require_nobody_below(member: StructureMember) -> None:
    """Refuse to take away a spot under which firms or workers stand. Raises `SomebodyBelow` (SITE-19)."""
    firms = open_spots(member.site_id).filter(parent=member)
    workers = RosterLine.objects.filter(member=member, superseded_at=None)
    if firms.exists() or workers.exists():
        raise SomebodyBelow(
            f"{name_at(member)}の下に、事業者か技能者がいます。先にその要請を取り下げるか、名簿から外してください。"
        )
