"""What a district is made of, with the keys its rows will have."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from ccus.demo.words import Line, PersonName, Works


class Span(NamedTuple):
    """The days of the country's history: from `from_day` up to, not including, `today`."""

    from_day: int
    today: int


class Ids:
    """The next key of each table, from 1 on."""

    def __init__(self) -> None:
        self._next: defaultdict[str, count[int]] = defaultdict(lambda: count(1))

    def of(self, table: str) -> int:
        """A key nobody has had."""
        return next(self._next[table])


@dataclass(slots=True, eq=False)
class Firm:
    """事業者: `level` 0 is a general contractor; others work under `patron` or, at level 1, under any of those."""

    id: int
    number: str
    name: str
    kana: str
    level: int
    line: Line | None
    patron: "Firm | None"
    is_sole: bool
    registered_at: int


@dataclass(slots=True)
class Card:
    """カード: in the worker's hand in [`held_from`, `held_until`)."""

    id: int
    serial: int
    token: str
    colour: str
    issued_at: int
    expires_day: int
    held_from: int
    held_until: int | None = None
    lost_from: int | None = None
    found_at: int | None = None
    revoked_at: int | None = None


@dataclass(slots=True)
class Employment:
    """所属: `recorded_at` None means that nobody has registered it."""

    id: int
    firm: Firm
    from_day: int
    until_day: int | None
    recorded_at: int | None


@dataclass(slots=True, eq=False)
class Person:
    """技能者, with everything registered about one person."""

    id: int
    number: str
    name: PersonName
    birth_day: int
    registered_day: int
    is_core: bool
    trades: tuple[int, ...]
    cards: list[Card] = field(default_factory=list)
    employments: list[Employment] = field(default_factory=list)
    withdrawn_at: int | None = None


@dataclass(slots=True, eq=False)
class Member:
    """施工体制の事業者: `accepted_at` None means that the invitation was never accepted."""

    id: int
    firm: Firm
    parent: "Member | None"
    tier: int
    invited_at: int
    accepted_day: int
    accepted_at: int | None


@dataclass(slots=True)
class Reader:
    """カードリーダー: `offline` and `drift` are what ails it, day by day (ms of the sync, ms its clock is ahead)."""

    id: int
    token: str
    name: str
    enrolled_at: int
    is_auto: bool = False
    offline: dict[int, int] = field(default_factory=dict)
    drift: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Period:
    """就業履歴蓄積期間."""

    id: int
    from_day: int
    until_day: int
    recorded_at: int
    superseded_at: int | None = None


@dataclass(slots=True, eq=False)
class Site:
    """現場: `id` is its place."""

    id: int
    number: str
    works: Works
    prime: Firm
    from_day: int
    until_day: int
    periods: list[Period] = field(default_factory=list)
    readers: list[Reader] = field(default_factory=list)
    members: dict[int, Member] = field(default_factory=dict)


@dataclass(slots=True)
class Stint:
    """作業員名簿の行: one person at one site; `recorded_at` None means that nobody entered the line."""

    id: int
    person: Person
    site: Site
    member: Member
    from_day: int
    until_day: int
    recorded_at: int | None
    position: int
    content: str


@dataclass(slots=True)
class Block:
    """A stretch of one person's working life: at one site, or going round several."""

    from_day: int
    until_day: int
    stints: list[Stint]


@dataclass(slots=True)
class District:
    """One part of the country as it stands at `now` (ms); nobody and nothing in it refers to another part."""

    now: int
    firms: list[Firm] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    blocks: dict[int, list[Block]] = field(default_factory=dict)

    @property
    def stints(self) -> list[Stint]:
        """Every roster line, in the order of its key."""
        found = [stint for blocks in self.blocks.values() for block in blocks for stint in block.stints]
        return sorted(found, key=lambda stint: stint.id)
