"""要請のリンク: an address or QR, shown once, used once by a firm that joins or claims a stand-in (SITE-20)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import company_of
from ccus.domain.companies.terms import Power
from ccus.domain.notices.texts import Text
from ccus.domain.sites.invitations import LinkClosed, MadeLink, link_of, new_link, require_open, use
from ccus.domain.sites.letters import tell_both
from ccus.domain.sites.models import InvitationLink, StructureAcceptance, StructureMember
from ccus.domain.sites.policies import (
    in_whose_name,
    require_at_site,
    require_invitation_stands,
    require_member,
    require_not_dismissed,
)
from ccus.domain.sites.spots import (
    StandInClaimed,
    accept_spot,
    add_spot,
    asked_again,
    claim_spot,
    first_day,
    first_free_day,
    invited_once,
    open_spots,
    require_not_above,
)
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing


@transaction.atomic
def make_link(
    *, upper: StructureMember, stand_in: StructureMember | None = None, by: Actor, at: datetime
) -> MadeLink:
    """要請のリンクを作る by the firm of `upper`, for a new spot below it or for one of its stand-ins (SITE-20).

    Raises `InvitationClosed`, `StandInClaimed`.
    """
    require_member(by, upper)
    require_invitation_stands(upper)
    if stand_in is not None and (stand_in.parent_id != upper.pk or stand_in.company_id is not None):
        raise StandInClaimed(
            "この場所は、未登録の事業者の場所ではありません。一覧を開き直して、確かめてください。"
        )
    made = new_link(upper, stand_in, by=by, at=at)
    record(
        act=Act.INVITATION_LINK_MADE,
        by=by,
        at=at,
        subject=("invitation_link", made.link.pk),
        affects=(),
        **in_whose_name(by, upper),
    )
    return made


@transaction.atomic
def cancel_link(*, link: InvitationLink, by: Actor, at: datetime) -> None:
    """リンクの取り消し by the firm that made it; a firm that was named says no the same way (SITE-19, SITE-20).

    Raises `LinkClosed`.
    """
    if link.company is not None and company_of(by) == link.company_id:
        require_at_site(by, link.company, link.upper.site, Power.STRUCTURE)
    else:
        require_member(by, link.upper)
    still = InvitationLink.objects.filter(pk=link.pk, used_at=None, cancelled_at=None)
    if not still.update(cancelled_at=at):
        raise LinkClosed(
            "このリンクは、すでに使われたか、取り消されています。一覧を開き直して、確かめてください。"
        )
    record(act=Act.INVITATION_LINK_CANCELLED, by=by, at=at, subject=("invitation_link", link.pk))


@transaction.atomic
def accept_link(*, token: str, company: Company, by: Actor, at: datetime) -> StructureMember:
    """リンクからの参加: the firm joins below whoever made it, or claims the stand-in; used once (SITE-20).

    Its acceptance counts from the first day of the period. An invitation of it that waits there is accepted.
    Raises `LinkClosed`, `InvitationClosed`, `CompanyAboveItself`, `AlreadyInvited`, `AlreadyAccepted`,
    `StandInClaimed`.
    """
    link = link_of(token)
    if link is None or link.company is not None:
        raise LinkClosed(
            "このリンクは見つかりません。受け取ったアドレスを、はじめから終わりまで写してください。"
        )
    require_at_site(by, company, link.upper.site, Power.STRUCTURE)
    one_at_a_time("site", link.upper.site_id)
    require_open(link, at)
    require_invitation_stands(link.upper)
    if link.stand_in is not None:
        acceptance = claim_spot(link.stand_in, company, by=by, at=at)
    else:
        acceptance = _join(link, company, by=by, at=at)
    member = acceptance.member
    use(link, member, at)
    record(
        act=Act.STRUCTURE_JOINED,
        by=by,
        at=at,
        subject=("structure_member", member.pk),
        affects=[Touched(place=member.site_id, from_on=acceptance.valid_from)],
        link=link.pk,
    )
    _tell(acceptance, link, at=at)
    return member


def _join(link: InvitationLink, company: Company, *, by: Actor, at: datetime) -> StructureAcceptance:
    upper = link.upper
    require_not_above(upper, company)
    waiting = open_spots(upper.site_id).filter(parent=upper, company=company).first()
    if waiting is not None:
        require_not_dismissed(waiting, since=link.made_at)
        asked_again(upper, company)
    from_on = first_free_day(waiting, today=day_of(at)) if waiting is not None else first_day(upper.site)
    with refusing(invited_once(company)):
        member = waiting or add_spot(upper.site, company, upper, by=by, at=at)
    return accept_spot(member, from_on=from_on, by=by, at=at)


def _tell(acceptance: StructureAcceptance, link: InvitationLink, *, at: datetime) -> None:
    member, source = acceptance.member, str(acceptance.pk)
    if link.stand_in is not None:
        name = link.stand_in.stand_in_name
        tell_both(Text.STAND_IN_CLAIMED, member, at=at, source=source, stand_in=name)
        return
    tell_both(Text.STRUCTURE_ACCEPTED, member, at=at, source=source, from_on=acceptance.valid_from)
