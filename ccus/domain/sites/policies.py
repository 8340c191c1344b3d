"""現場で行えること: who stands for a site, and which spots of a structure are open."""

from ccus.domain.audit.policies import require_one_of
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.policies import as_actor
from ccus.domain.sites.models import Site, StructureMember
from ccus.foundation.refusals import Refusal


class InvitationClosed(Refusal):
    """取り下げられた要請: the invitation was withdrawn (SITE-05)."""


def require_prime(by: Actor, site: Site) -> None:
    """Only the prime contractor of the site (SITE-01)."""
    require_one_of(by, as_actor(site.prime), who=f"元請事業者（{site.prime.name}）")


def require_member(by: Actor, member: StructureMember) -> None:
    """Only the firm at this spot of the structure."""
    require_one_of(by, as_actor(member.company), who=member.company.name)


def require_direct_upper(by: Actor, member: StructureMember) -> None:
    """Only the firm directly above this spot (直近上位事業者); above the prime there is nobody."""
    upper = member.parent
    allowed = () if upper is None else (as_actor(upper.company),)
    require_one_of(by, *allowed, who="直近上位の事業者" if upper is None else upper.company.name)


def require_invitation_stands(member: StructureMember) -> None:
    """Refuse what needs an invitation that was not withdrawn (SITE-05)."""
    if StructureMember.objects.filter(pk=member.pk, withdrawn_at__isnull=False).exists():
        raise InvitationClosed(
            f"{member.company.name}への施工体制登録の要請は、取り下げられています。"
            "直近上位の事業者に、もう一度要請してもらってください。"
        )
