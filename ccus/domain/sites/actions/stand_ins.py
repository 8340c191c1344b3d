"""未登録の事業者: a stand-in keeps everybody below whole until the real firm claims its spot (SITE-19, D-27)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.texts import Text
from ccus.domain.sites.invitations import LinkClosed, new_link, require_open, use
from ccus.domain.sites.letters import tell_both
from ccus.domain.sites.models import InvitationLink, StructureAcceptance, StructureMember
from ccus.domain.sites.policies import (
    in_whose_name,
    require_at_site,
    require_direct_upper,
    require_invitation_stands,
    require_member,
)
from ccus.domain.sites.rules import readable
from ccus.domain.sites.spots import StandInClaimed, add_spot, claim_spot, open_spots, require_not_above
from ccus.foundation.constraints import one_at_a_time


@transaction.atomic
def declare_stand_in(
    *, upper: StructureMember, name: str, contact: str = "", by: Actor, at: datetime
) -> StructureMember:
    """未登録の事業者を置く by the firm directly above; from now on it holds the days below (SITE-19).

    Raises `InvitationClosed`, `TextUnreadable`.
    """
    require_member(by, upper)
    one_at_a_time("site", upper.site_id)
    require_invitation_stands(upper)
    named = _named(name, contact)
    member = add_spot(upper.site, None, upper, by=by, at=at, **named)
    record(
        act=Act.STAND_IN_DECLARED,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=(),
        **in_whose_name(by, upper),
    )
    return member


@transaction.atomic
def rename_stand_in(
    *, member: StructureMember, name: str, contact: str = "", by: Actor, at: datetime
) -> None:
    """未登録の事業者の名称と連絡先をなおす, until it is claimed (SITE-19). Raises `StandInClaimed`."""
    require_direct_upper(by, member)
    named = _named(name, contact)
    if not open_spots(member.site_id).filter(pk=member.pk, company=None).update(**named):
        raise _claimed(member)
    record(act=Act.STAND_IN_RENAMED, by=by, at=at, subject=("structure_member", member.pk))


@transaction.atomic
def name_stand_in(*, member: StructureMember, company: Company, by: Actor, at: datetime) -> InvitationLink:
    """事業者IDの指定: the firm above says who the stand-in is; that firm then claims it or says no (SITE-19).

    Whoever was named before is not any more. Raises `StandInClaimed`, `InvitationClosed`, `CompanyAboveItself`.
    """
    require_direct_upper(by, member)
    one_at_a_time("site", member.site_id)
    require_invitation_stands(member)
    if member.parent is None or member.company_id is not None:
        raise _claimed(member)
    require_not_above(member.parent, company)
    before = InvitationLink.objects.filter(stand_in=member, used_at=None, cancelled_at=None)
    before.exclude(company=None).update(cancelled_at=at)
    link = new_link(member.parent, member, company, by=by, at=at).link
    record(
        act=Act.STAND_IN_NAMED,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=(),
        **in_whose_name(by, member.parent),
    )
    tell_both(
        Text.STAND_IN_NAMED, member, at=at, lower=company, source=str(link.pk), stand_in=member.stand_in_name
    )
    return link


@transaction.atomic
def claim_stand_in(*, link: InvitationLink, by: Actor, at: datetime) -> StructureAcceptance:
    """場所の引き受け by the firm that was named: all days since the declaration heal, at any time (SITE-19, D-27).

    Raises `LinkClosed`, `StandInClaimed`, `InvitationClosed`, `CompanyAboveItself`, `AlreadyInvited`.
    """
    if link.company is None or link.stand_in is None:
        raise LinkClosed("この場所には、事業者IDの指定がありません。一覧を開き直して、確かめてください。")
    member = link.stand_in
    require_at_site(by, link.company, member.site, Power.STRUCTURE)
    one_at_a_time("site", member.site_id)
    require_open(link, at)
    require_invitation_stands(member)
    acceptance = claim_spot(member, link.company, by=by, at=at)
    use(link, member, at)
    record(
        act=Act.STAND_IN_CLAIMED,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=[Touched(place=member.site_id, from_on=acceptance.valid_from)],
    )
    tell_both(Text.STAND_IN_CLAIMED, member, at=at, source=str(acceptance.pk), stand_in=member.stand_in_name)
    return acceptance


def _named(name: str, contact: str) -> dict[str, str]:
    return {
        "stand_in_name": readable(name, "stand_in_name"),
        "stand_in_contact": readable(contact, "stand_in_contact", may_be_empty=True),
    }


def _claimed(member: StructureMember) -> StandInClaimed:
    return StandInClaimed(
        f"「{member.stand_in_name}」の場所は、もう未登録の事業者の場所ではありません。"
        "一覧を開き直して、確かめてください。"
    )
