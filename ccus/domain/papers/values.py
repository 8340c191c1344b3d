"""帳票に書くこと: the site, its firms and their people, as frozen values; texts and days as they are to be printed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from ccus.domain.disclosure.hidden import HIDDEN
from ccus.domain.papers.terms import FileKind, PaperKind
from ccus.domain.sites.terms import SpotState

Cell = str | int | date | None
"""One cell: a text, a number, a day, or nothing (PAPER-12)."""
HIDDEN_WORD = str(HIDDEN)
"""What stands in place of an item that the viewer may not see (PAPER-03)."""
Tell = Callable[[int], None]
"""Told how many rows are read by now."""


def nobody(_: int) -> None:
    """Nobody waits for a word of how far it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """頼まれた書類: which paper of which spot (`member`: its key), of which day, in which form."""

    kind: PaperKind
    file_kind: FileKind
    member: int
    day: date
    has_below: bool = True


@dataclass(frozen=True, slots=True)
class Contract:
    """契約 of a site; `until_on` is the last day."""

    name: str
    works_place: str
    client: str
    order_form: str
    from_on: date | None
    until_on: date | None
    works: str


@dataclass(frozen=True, slots=True)
class Firm:
    """事業者: registered or not; `number` is empty for one that is not. Insurance says 加入, 未加入 or 適用除外."""

    name: str
    number: str = ""
    kana: str = ""
    form: str = ""
    representative: str = ""
    address: str = ""
    phone: str = ""
    licences: tuple[str, ...] = ()
    health: str = ""
    pension: str = ""
    employment: str = ""
    kentaikyo: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """施工体制の場所, as a paper shows it. `path`: keys from the prime down to it. `people`: 立場 → names there."""

    member: int
    key: str
    tier: int
    path: tuple[int, ...]
    company: int | None
    firm: Firm
    state: SpotState
    from_on: date | None = None
    heads: int = 0
    works: str = ""
    people: dict[str, str] = field(default_factory=dict)
    foreigners: frozenset[str] = frozenset()

    @property
    def above(self) -> int | None:
        """The key of the spot directly above; None for the prime."""
        return self.path[-2] if len(self.path) > 1 else None

    @property
    def tier_words(self) -> str:
        """元請, 一次下請, 二次下請…"""
        return tier_words(self.tier)


@dataclass(frozen=True, slots=True)
class SitePlace:
    """現場: what every paper says of it. `until_on` is the last day, None where none is set."""

    number: str
    name: str
    address: str
    prime: Firm
    from_on: date
    until_on: date | None
    client_class: str
    managers: tuple[str, ...] = ()
    contracts: tuple[Contract, ...] = ()


@dataclass(frozen=True, slots=True)
class Of:
    """書類の身元: of which site and day, when it was made, and for which spot, with the one above it."""

    site: SitePlace
    day: date
    made_at: datetime
    spot: Spot
    upper: Spot | None = None


def tier_words(tier: int) -> str:
    """元請 for the prime, 一次下請 to 九次下請, then figures."""
    if tier == 0:
        return "元請"
    number = "一二三四五六七八九"[tier - 1] if tier <= 9 else str(tier)
    return f"{number}次下請"
