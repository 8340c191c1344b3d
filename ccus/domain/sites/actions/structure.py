"""施工体制登録: invited by the firm directly above, accepted by the firm itself (SITE-05 to SITE-08)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.policies import require_open_days
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import company_of
from ccus.domain.notices.texts import Text
from ccus.domain.sites.letters import tell_both
from ccus.domain.sites.models import StructureAcceptance, StructureMember
from ccus.domain.sites.policies import (
    in_whose_name,
    name_at,
    require_direct_upper,
    require_firm_or_upper,
    require_invitation_stands,
    require_member,
    require_not_dismissed,
)
from ccus.domain.sites.spots import (
    AlreadyAccepted,
    accept_spot,
    add_spot,
    asked_again,
    first_day,
    invited_once,
    require_nobody_below,
    require_not_above,
)
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import end_on, standing_on


class NotAccepted(Refusal):
    """承認なし: nothing to leave on that day (SITE-08)."""


class PrimeStays(Refusal):
    """元請の離脱: the prime contractor cannot leave its own site (SITE-08)."""


class NotRegisteredYet(Refusal):
    """未登録の事業者: a stand-in accepts nothing; the real firm claims its spot (SITE-19)."""


@transaction.atomic
def invite(*, upper: StructureMember, company: Company, by: Actor, at: datetime) -> StructureMember:
    """施工体制登録の要請 by the firm directly above, also while that waits for its own acceptance (SITE-05).

    Raises `InvitationClosed`, `CompanyAboveItself`, `AlreadyInvited`.
    """
    require_member(by, upper)
    one_at_a_time("site", upper.site_id)
    require_invitation_stands(upper)
    require_not_above(upper, company)
    member = asked_again(upper, company)
    if member is None:
        with refusing(invited_once(company)):
            member = add_spot(upper.site, company, upper, by=by, at=at)
    record(
        act=Act.STRUCTURE_INVITED,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=(),
        **in_whose_name(by, upper),
    )
    tell_both(Text.STRUCTURE_INVITED, member, at=at, source=f"{member.pk}:{at:%Y%m%d%H%M%S}")
    return member


@transaction.atomic
def withdraw_invitation(*, member: StructureMember, by: Actor, at: datetime) -> None:
    """要請の取り下げ by the firm directly above, before the acceptance (SITE-05). A stand-in goes the same way, as
    long as nobody is below it (SITE-19).

    Raises `AlreadyAccepted`, `InvitationClosed`, `SomebodyBelow`.
    """
    require_direct_upper(by, member)
    one_at_a_time("site", member.site_id)
    _require_waiting(member, "施工体制から外すときは、離脱の手続きをしてください。")
    if member.company is None:
        require_nobody_below(member)
    StructureMember.objects.filter(pk=member.pk).update(withdrawn_at=at)
    record(
        act=Act.STRUCTURE_INVITATION_WITHDRAWN,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=(),
        **(in_whose_name(by, member.parent) if member.parent is not None else {}),
    )
    tell_both(Text.STRUCTURE_WITHDRAWN, member, at=at)


@transaction.atomic
def refuse_invitation(*, member: StructureMember, by: Actor, at: datetime) -> None:
    """要請を断る, by the firm itself, before it accepts; it may be invited anew (SITE-05).

    Raises `AlreadyAccepted`, `InvitationClosed`, `NotRegisteredYet`.
    """
    require_member(by, member)
    _require_registered(member)
    one_at_a_time("site", member.site_id)
    _require_waiting(member, "やめるときは、離脱の手続きをしてください。")
    StructureMember.objects.filter(pk=member.pk).update(refused_at=at)
    record(
        act=Act.STRUCTURE_REFUSED,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=(),
        **in_whose_name(by, member),
    )
    tell_both(Text.STRUCTURE_REFUSED, member, at=at)


@transaction.atomic
def accept_invitation(
    *, member: StructureMember, from_on: date | None = None, by: Actor, at: datetime
) -> StructureAcceptance:
    """施工体制登録の承認 by the firm itself; without `from_on` from the first day of the period (SITE-07).

    Raises `InvitationClosed`, `AlreadyAccepted`, `NotRegisteredYet`.
    """
    require_member(by, member)
    _require_registered(member)
    one_at_a_time("site", member.site_id)
    require_invitation_stands(member)
    require_not_dismissed(member)
    day = from_on or first_day(member.site)
    acceptance = accept_spot(member, from_on=day, by=by, at=at)
    record(
        act=Act.STRUCTURE_ACCEPTED,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=[Touched(place=member.site_id, from_on=day)],
        **in_whose_name(by, member),
    )
    tell_both(Text.STRUCTURE_ACCEPTED, member, at=at, source=str(acceptance.pk), from_on=day)
    return acceptance


@transaction.atomic
def leave_structure(*, member: StructureMember, until_on: date, by: Actor, at: datetime) -> None:
    """施工体制からの離脱, by the firm or the one directly above: its last day is the one before `until_on` (SITE-08).

    Raises `PrimeStays`, `NotAccepted`, `DaysClosed`.
    """
    if member.parent is None:
        raise PrimeStays("元請事業者は、施工体制から外れることができません。現場の期間を変更してください。")
    require_firm_or_upper(by, member)
    require_open_days(until_on, at=at, label="施工体制から外れる日", field="until_on")
    one_at_a_time("site", member.site_id)
    accepted = standing_on(StructureAcceptance.objects.filter(member=member), until_on).first()
    if accepted is None:
        raise NotAccepted(
            f"{name_at(member)}は、{date_words(until_on)}に施工体制を承認していません。日付を確かめてください。",
            "until_on",
        )
    end_on(accepted, until_on, at=at)
    if company_of(by) not in {None, member.company_id}:
        StructureMember.objects.filter(pk=member.pk).update(dismissed_at=at)
    record(
        act=Act.STRUCTURE_LEFT,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=[Touched(place=member.site_id, from_on=until_on, until_on=accepted.valid_until)],
        **(in_whose_name(by, member) or in_whose_name(by, member.parent)),
    )
    last_on = until_on - ONE_DAY
    tell_both(Text.STRUCTURE_LEFT, member, at=at, source=f"{accepted.pk}:{until_on}", last_on=last_on)


def _require_waiting(member: StructureMember, instead: str) -> None:
    require_invitation_stands(member)
    if StructureAcceptance.objects.filter(member=member, superseded_at__isnull=True).exists():
        raise AlreadyAccepted(f"{name_at(member)}は、すでに承認しています。{instead}")


def _require_registered(member: StructureMember) -> None:
    if member.company is None:
        raise NotRegisteredYet(
            f"{member.stand_in_name}は、未登録の事業者です。"
            "登録したら、事業者IDを指定するか、リンクを渡して、引き受けてもらってください。"
        )
