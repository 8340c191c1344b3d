"""書類に名がのる人: who is 主任技術者, 職長 or 安全衛生責任者 at a spot, and whether foreigners work there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.papers import workers as words
from ccus.domain.papers.roster import Line, lines_of, seen_lines
from ccus.domain.papers.values import HIDDEN_WORD, Spot, Tell, nobody
from ccus.domain.workers.terms import Item

NAMED = frozenset(words.MARKS)
_NAMES = frozenset({Item.CARD, Item.NAME})
_STATUS = frozenset({Item.CARD, Item.STATUS})


def with_people(
    spots: Sequence[Spot],
    day: date,
    by: Actor,
    at: datetime,
    *,
    with_foreigners: bool = False,
    tell: Tell = nobody,
) -> tuple[Spot, ...]:
    """The same spots with the names of those in charge, as `by` may see them; only their names are asked for.

    `with_foreigners`: whether 特定技能1号 or 技能実習 work there, for which everybody's status is asked.
    """
    lines = lines_of([spot.member for spot in spots], day)
    in_charge = [line for line in lines if line.position in NAMED]
    people: dict[int, dict[str, list[str]]] = {}
    for line in seen_lines(in_charge, by, at, items=_NAMES, tell=nobody):
        people.setdefault(line.member, {}).setdefault(line.position, []).append(_name(line))
    foreigners: dict[int, set[str]] = {}
    for line in seen_lines(lines, by, at, items=_STATUS, tell=tell) if with_foreigners else ():
        word = words.foreigner(line.seen.blocks["status"]) if line.seen else HIDDEN_WORD
        foreigners.setdefault(line.member, set()).update({word} - {""})
    return tuple(
        replace(
            spot,
            people={post: "、".join(names) for post, names in people.get(spot.member, {}).items()},
            foreigners=frozenset(foreigners.get(spot.member, ())),
        )
        for spot in spots
    )


def _name(line: Line) -> str:
    if line.seen is None:
        return line.unseen
    return str(words.of(line.seen.blocks["name"], "official") or line.seen.kana)
