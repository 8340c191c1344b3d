"""確認を読む: what a preview says, page by page: first why it stops, then who gains sight of whom (FIX-05)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.models import ChangeSet
from ccus.domain.corrections.terms import LineKind, StopKind

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class PreviewShown:
    """修正の確認: how far it is, and once it is finished how much it says.

    `lines` and `stops`: how many of each kind, those that are there alone. `pairs` gain sight (company and worker),
    of `companies` companies; `persons`: 技能者 with a row, `firms`: 事業者 with a row. `ends_at`: FIX-09.
    """

    key: UUID
    set_number: str
    asked_by: str
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
class FieldShown:
    """項目の前後, in words; "" where there is nothing."""

    label: str
    before: str
    after: str


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
    fields: tuple[FieldShown, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class LinePage:
    """確認の行の一頁; `page` begins with 1, `total` counts all lines that were asked for."""

    lines: tuple[LineShown, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // A_PAGE))


@dataclass(frozen=True, slots=True)
class CompanyPage:
    """見えるようになる事業者の一頁."""

    companies: tuple[CompanyShown, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // A_PAGE))


def preview_of(change_set: ChangeSet) -> PreviewShown | None:
    """The preview that counts now, else the last one, which is void; None before the first. Three statements."""
    raise NotImplementedError


def gaining_companies(preview: UUID, *, page: int = 1) -> CompanyPage:
    """新しく見えるようになる相手, company by company: those with strangers first, then those who gain the most."""
    raise NotImplementedError


def lines_of(
    preview: UUID,
    kind: LineKind,
    *,
    stop: StopKind | None = None,
    company: str = "",
    page: int = 1,
    by: Actor,
    at: datetime,
) -> LinePage:
    """Lines of one kind; of one `stop` or one company (事業者ID) alone where it is named.

    A page of FACT shows values: it leaves a trace of each worker on it, with the set's number and why (FIX-13).
    """
    raise NotImplementedError


def export_of(
    preview: UUID, *, by: Actor, at: datetime
) -> tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]:
    """すべての行 as a table: (head, rows), for `ccus.entrance.attached.table_attached`. Leaves traces like pages do."""
    raise NotImplementedError
