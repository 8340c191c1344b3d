"""頼まれた書類を調べる: whom it is about, and how long it is (PAPER-05, PAPER-08)."""

from datetime import datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.papers.policies import require_paper
from ccus.domain.papers.structure import site_of, spots_of
from ccus.domain.papers.terms import PaperKind
from ccus.domain.papers.values import Asked, Of, Spot
from ccus.domain.sites.models import RosterLine, StructureMember
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on

_OF_FIRMS = {PaperKind.CHART, PaperKind.FORMATION}


class NotThereThatDay(Refusal):
    """その日の施工体制にいない: the firm does not stand in the structure on the day of the paper (PAPER-05)."""


def whom(asked: Asked, by: Actor, at: datetime) -> tuple[Of, tuple[Spot, ...]]:
    """The spot of a paper with its site, and the branch that begins there.

    Raises `NotAllowed`, `NoSuchPaper`, `NotThereThatDay`.
    """
    member = StructureMember.objects.select_related("site").get(pk=asked.member)
    require_paper(by, member, asked.kind, day_of(at))
    spots = spots_of(member.site_id, asked.day)
    branch = tuple(spot for spot in spots if asked.member in spot.path)
    if not branch:
        raise NotThereThatDay(
            f"この事業者は、{date_words(asked.day)}の施工体制にいません。日付を確かめてください。", "day"
        )
    above = next((spot for spot in spots if spot.member == branch[0].above), None)
    return Of(site_of(member.site, asked.day), asked.day, at, branch[0], above), branch


def length(asked: Asked) -> int:
    """How many rows are read for a paper: lines of rosters, or firms where only firms stand there; one statement."""
    members = StructureMember.objects.filter(
        path__contains=[asked.member], withdrawn_at=None, refused_at=None
    )
    if asked.kind in _OF_FIRMS:
        return members.count()
    if asked.kind is PaperKind.LEDGER:
        members = members.filter(tier__lte=1)
    elif not asked.has_below:
        members = members.filter(pk=asked.member)
    return standing_on(RosterLine.objects.filter(member__in=members), asked.day).count()
