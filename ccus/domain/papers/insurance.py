"""社会保険加入状況一覧の中身: firms, and their workers, with what they have joined (PAPER-04)."""

from collections import Counter
from collections.abc import Sequence

from ccus.domain.audit.terms import Actor
from ccus.domain.papers import workers as words
from ccus.domain.papers.contents import InsurancePaper
from ccus.domain.papers.roster import Line, lines_of, seen_lines
from ccus.domain.papers.values import HIDDEN_WORD, Asked, Cell, Of, Spot, Tell, nobody
from ccus.domain.workers.terms import Item
from ccus.foundation.identifiers import grouped

BRANCHES = ("health", "pension", "employment")
_ITEMS = frozenset({Item.CARD, Item.NAME, Item.INSURANCE})


def insurance_paper(
    asked: Asked, of: Of, spots: Sequence[Spot], by: Actor, tell: Tell = nobody
) -> InsurancePaper:
    """社会保険加入状況一覧 of a branch, or of one firm."""
    kept = spots if asked.has_below else spots[:1]
    lines = tuple(
        seen_lines(
            lines_of([spot.member for spot in kept], asked.day), by, of.made_at, items=_ITEMS, tell=tell
        )
    )
    by_member: dict[int, list[Line]] = {}
    for line in lines:
        by_member.setdefault(line.member, []).append(line)
    ordered = [(spot, line) for spot in kept for line in by_member.get(spot.member, [])]
    return InsurancePaper(
        of,
        tuple(_firm(spot, by_member.get(spot.member, [])) for spot in kept),
        tuple(_worker(number, spot, line) for number, (spot, line) in enumerate(ordered, start=1)),
    )


def _firm(spot: Spot, lines: Sequence[Line]) -> dict[str, Cell]:
    counted = {branch: Counter(_joined(line, branch) for line in lines) for branch in BRANCHES}
    return {
        "tier": spot.tier_words,
        "name": spot.firm.name,
        "number": grouped(spot.firm.number) if spot.firm.number else "未登録",
        "health": spot.firm.health,
        "pension": spot.firm.pension,
        "employment": spot.firm.employment,
        "kentaikyo": spot.firm.kentaikyo,
        "heads": len(lines),
        **{f"{branch}_joined": counted[branch]["joined"] for branch in BRANCHES},
        **{f"{branch}_exempt": counted[branch]["exempt"] for branch in BRANCHES},
        **{f"{branch}_not": counted[branch]["not_joined"] for branch in BRANCHES},
    }


def _worker(number: int, spot: Spot, line: Line) -> dict[str, Cell]:
    row: dict[str, Cell] = {"no": number, "number": grouped(line.number), "firm": spot.firm.name}
    if line.seen is None:
        fields = ("kana", "name", *BRANCHES, "kentaikyo", "chutaikyo")
        return row | dict.fromkeys(fields, HIDDEN_WORD) | {"name": line.unseen}
    blocks = line.seen.blocks
    return row | {
        "kana": line.seen.kana,
        "name": words.of(blocks["name"], "official"),
        **{branch: words.insurance(blocks["insurance"], branch) for branch in BRANCHES},
        **{aid: words.aid(blocks["retirement"], aid) for aid in ("kentaikyo", "chutaikyo")},
    }


def _joined(line: Line, branch: str) -> Cell:
    return None if line.seen is None else words.of(line.seen.blocks["insurance"], branch)
