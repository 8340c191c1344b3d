"""施工体制登録: invited by the firm directly above, accepted by the firm itself (SITE-05 to SITE-08)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.policies import require_one_of
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.policies import require_open_days
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor
from ccus.domain.sites.models import AccumulationPeriod, StructureAcceptance, StructureMember
from ccus.domain.sites.policies import (
    name_at,
    require_direct_upper,
    require_invitation_stands,
    require_member,
    standing_in,
)
from ccus.domain.sites.rules import is_above_itself
from ccus.domain.sites.spots import AlreadyAccepted, accept_spot, add_spot
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import end_on, standing_on


class CompanyAboveItself(Refusal):
    """施工体制の輪: a firm cannot work below itself (SITE-06)."""


class AlreadyInvited(Refusal):
    """要請済み: one open invitation of a firm at one spot (SITE-05)."""


class NotAccepted(Refusal):
    """承認なし: nothing to leave on that day (SITE-08)."""


class PrimeStays(Refusal):
    """元請の離脱: the prime contractor cannot leave its own site (SITE-08)."""


@transaction.atomic
def invite(*, upper: StructureMember, company: Company, by: Actor, at: datetime) -> StructureMember:
    """施工体制登録の要請 by the firm directly above, also while that waits for its own acceptance (SITE-05).

    Raises `InvitationClosed`, `CompanyAboveItself`, `AlreadyInvited`.
    """
    require_member(by, upper)
    one_at_a_time("site", upper.site_id)
    require_invitation_stands(upper)
    above = StructureMember.objects.filter(pk__in=upper.path).values_list("company_id", flat=True)
    if is_above_itself(company.pk, above):
        raise CompanyAboveItself(
            f"{company.name}は、この施工体制の上位にすでにいます。自社やその上位ではない事業者を選んでください。",
            "company",
        )
    invited = AlreadyInvited(
        f"{company.name}には、すでに要請しています。承認を待つか、その要請を取り下げてください。", "company"
    )
    with refusing({"structure_invited_once": invited}):
        member = add_spot(upper.site, company, upper, by=by, at=at)
    record(act=Act.STRUCTURE_INVITED, by=by, at=at, subject=("structure_member", member.pk))
    return member


@transaction.atomic
def withdraw_invitation(*, member: StructureMember, by: Actor, at: datetime) -> None:
    """要請の取り下げ by the firm directly above, before the acceptance (SITE-05).

    Raises `AlreadyAccepted`, `InvitationClosed`.
    """
    require_direct_upper(by, member)
    one_at_a_time("site", member.site_id)
    require_invitation_stands(member)
    if StructureAcceptance.objects.filter(member=member, superseded_at__isnull=True).exists():
        raise AlreadyAccepted(
            f"{name_at(member)}は、すでに承認しています。施工体制から外すときは、離脱の手続きをしてください。"
        )
    StructureMember.objects.filter(pk=member.pk).update(withdrawn_at=at)
    record(act=Act.STRUCTURE_INVITATION_WITHDRAWN, by=by, at=at, subject=("structure_member", member.pk))


@transaction.atomic
def accept_invitation(
    *, member: StructureMember, from_on: date | None = None, by: Actor, at: datetime
) -> StructureAcceptance:
    """施工体制登録の承認 by the firm itself; without `from_on` from the first day of the period (SITE-07).

    Raises `InvitationClosed`, `AlreadyAccepted`.
    """
    require_member(by, member)
    one_at_a_time("site", member.site_id)
    require_invitation_stands(member)
    day = from_on or AccumulationPeriod.objects.get(site=member.site, superseded_at__isnull=True).valid_from
    acceptance = accept_spot(member, from_on=day, by=by, at=at)
    record(
        act=Act.STRUCTURE_ACCEPTED,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=[Touched(place=member.site_id, from_on=day)],
    )
    return acceptance


@transaction.atomic
def leave_structure(*, member: StructureMember, until_on: date, by: Actor, at: datetime) -> None:
    """施工体制からの離脱, by the firm or the one directly above: its last day is the one before `until_on` (SITE-08).

    Raises `PrimeStays`, `NotAccepted`, `DaysClosed`.
    """
    if member.parent is None:
        raise PrimeStays("元請事業者は、施工体制から外れることができません。現場の期間を変更してください。")
    firms = (as_actor(standing_in(member)), as_actor(standing_in(member.parent)))
    require_one_of(by, *firms, who="その事業者か、直近上位の事業者")
    require_open_days(until_on, at=at, label="施工体制から外れる日", field="until_on")
    one_at_a_time("site", member.site_id)
    accepted = standing_on(StructureAcceptance.objects.filter(member=member), until_on).first()
    if accepted is None:
        raise NotAccepted(
            f"{name_at(member)}は、{date_words(until_on)}に施工体制を承認していません。日付を確かめてください。",
            "until_on",
        )
    end_on(accepted, until_on, at=at)
    record(
        act=Act.STRUCTURE_LEFT,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=[Touched(place=member.site_id, from_on=until_on, until_on=accepted.valid_until)],
    )
