"""確認の言葉: what a preview says, as its pages and its file show it (FIX-05). Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ccus.domain.corrections.looking import Cell
from ccus.domain.corrections.terms import LineKind, StopKind

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class PreviewShown:
    """修正の確認: how far it is, and once it is finished how much it says.

    `lines` and `stops`: how many of each kind, those that are there alone. `pairs` gain sight (company and worker),
    of `companies` companies; `persons`: 技能者 with a row, `firms`: 事業者 with a row. `ends_at`: FIX-09.
    """

    key: UUID
    asked_at: datetime
    ends_at: datetime
    done: int
    total: int
    is_finished: bool
    is_void: bool
    failed: str
    lines: Mapping[LineKind, int]
    stops: Mapping[StopKind, int]
    pairs: int
    companies: int
    persons: int
    firms: int

    @property
    def percent(self) -> int:
        """進みぐあい, 0 to 100."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def is_stopped(self) -> bool:
        """Whether it cannot be released as it is (FIX-06, FIX-07)."""
        return bool(self.failed or self.stops)


@dataclass(frozen=True, slots=True)
class CompanyShown:
    """見えるようになる事業者: how many workers it would see, by which relations, which items; `strangers` of them
    are connected with it by nothing (FIX-06).
    """

    number: str
    name: str
    workers: int
    strangers: int
    relations: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineShown:
    """確認の一行. The worker by what everybody may see; empty texts where it is about nobody.

    `row`: the number of the set's row, 0 of none. GAINED, LOST, and STOP of a stranger: `relations` and `items` that
    come or go. OPENED, CLOSED, STOP of what opens: `items`. DAYS: `before` and `after` are the states in words,
    `site` its name, `days` the ISO days. FACT: `fields`, those that differ. STOP: `words` is the sentence.
    """

    kind: LineKind
    stop: StopKind | None
    row: int
    worker_number: str
    worker_kana: str
    company_number: str
    company_name: str
    relations: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    site: str = ""
    days: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    fields: tuple[Cell, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Paged:
    """一頁; `page` begins with 1, `total` counts everything that was asked for."""

    page: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // A_PAGE))


@dataclass(frozen=True, slots=True)
class LinePage(Paged):
    """確認の行の一頁."""

    lines: tuple[LineShown, ...]


@dataclass(frozen=True, slots=True)
class CompanyPage(Paged):
    """見えるようになる事業者の一頁."""

    companies: tuple[CompanyShown, ...]
