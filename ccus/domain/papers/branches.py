"""事業者についての書類の中身: 施工体制台帳, 再下請負通知書, 施工体系図, 下請負業者編成表 (PAPER-01)."""

from collections.abc import Sequence
from dataclasses import replace

from ccus.domain.audit.terms import Actor
from ccus.domain.papers.contents import BranchPaper, Notice, NoticesPaper
from ccus.domain.papers.people import with_people
from ccus.domain.papers.values import Asked, Of, Spot, Tell, nobody


def ledger_paper(asked: Asked, of: Of, spots: Sequence[Spot], by: Actor, tell: Tell = nobody) -> NoticesPaper:
    """施工体制台帳: the prime and its first tier."""
    shown = [spot for spot in spots if spot.tier <= 1]
    named = with_people(shown, asked.day, by, of.made_at, with_foreigners=True, tell=tell)
    return NoticesPaper(replace(of, spot=named[0]), (Notice(named[0], None, named[1:]),))


def subcontract_paper(
    asked: Asked, of: Of, spots: Sequence[Spot], by: Actor, tell: Tell = nobody
) -> NoticesPaper:
    """再下請負通知書 of a firm; if asked, of everybody below it who has firms below too."""
    top = of.spot.tier
    shown = [spot for spot in spots if asked.has_below or spot.tier <= top + 1]
    named = with_people(shown, asked.day, by, of.made_at, with_foreigners=True, tell=tell)
    uppers = {spot.member: spot for spot in named} | ({of.upper.member: of.upper} if of.upper else {})
    notices = [
        Notice(spot, uppers.get(spot.above or 0), lower)
        for spot in named
        if (lower := tuple(below for below in named if below.above == spot.member)) or spot.tier == top
    ]
    kept = notices if asked.has_below else notices[:1]
    return NoticesPaper(replace(of, spot=named[0]), tuple(kept))


def branch_paper(asked: Asked, of: Of, spots: Sequence[Spot], by: Actor, tell: Tell = nobody) -> BranchPaper:
    """施工体系図 and 下請負業者編成表: every firm of the branch with those in charge."""
    named = with_people(spots, asked.day, by, of.made_at)
    tell(len(named))
    return BranchPaper(replace(of, spot=named[0]), named)
