"""月の表: days as a row for each worker and a group for each firm, with their sums (REPORT-01 to REPORT-04). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ccus.domain.work_history.month_reports import OwnDay, SiteDay
from ccus.domain.work_history.terms import COUNTED_STATES, State

LETTERS = {
    State.OFFICIAL: "正",
    State.UNLINKED: "連",
    State.AWAITING_APPROVAL: "待",
    State.UNAPPROVED: "無",
    State.REFUSED: "否",
}
"""一字の印: how a cell says a state, always beside a shape (REPORT-06)."""
NO_FIRM = "事業者が分からない日"
LEGEND = (
    "就業日数に数えるのは「正式」と「連結待ち」です。"
    "「承認待ち」「承認なし」「否認」は、ほかの日として横に出し、合計に入れません。"
)


@dataclass(frozen=True, slots=True)
class WorkerMonth:
    """一人の月: the best state of each date."""

    worker: int
    states: Mapping[date, State]

    @property
    def counted(self) -> int:
        """就業日数 (REPORT-03)."""
        return sum(state in COUNTED_STATES for state in self.states.values())

    @property
    def official(self) -> int:
        """正式の日数."""
        return sum(state is State.OFFICIAL for state in self.states.values())

    @property
    def beside(self) -> int:
        """数えない日数."""
        return len(self.states) - self.counted


@dataclass(frozen=True, slots=True)
class FirmMonth:
    """一社の月: `tier` 0: the prime, None: no spot; `name` "" for days of which nothing says the firm."""

    name: str
    number: str
    tier: int | None
    workers: tuple[WorkerMonth, ...]

    @property
    def title(self) -> str:
        """The firm, or what stands in its place."""
        return self.name or NO_FIRM

    @property
    def tier_words(self) -> str:
        """元請, 一次下請…; "" for no spot."""
        if not self.tier:
            return "" if self.tier is None else "元請"
        return f"{'一二三四五六七八九'[self.tier - 1] if self.tier < 10 else self.tier}次下請"

    @property
    def counted(self) -> int:
        """延べ就業日数."""
        return sum(worker.counted for worker in self.workers)

    @property
    def beside(self) -> int:
        """数えない日の延べ数."""
        return sum(worker.beside for worker in self.workers)


def site_matrix(days: Sequence[SiteDay]) -> tuple[FirmMonth, ...]:
    """The firms of a site in the order of the days."""
    return tuple(
        FirmMonth(*firm, workers=_workers((day.worker, day.on, day.state) for day in rows))
        for firm, rows in groupby(days, key=lambda day: (day.firm, day.firm_number, day.tier))
    )


def own_matrix(name: str, number: str, days: Sequence[OwnDay]) -> tuple[FirmMonth, ...]:
    """The own firm with its workers; nothing where nobody worked."""
    workers = _workers((day.worker, day.on, day.state) for day in days)
    return (FirmMonth(name, number, None, workers),) if workers else ()


def _workers(days: Iterable[tuple[int, date, State]]) -> tuple[WorkerMonth, ...]:
    found: dict[int, dict[date, State]] = {}
    for worker, on, state in days:
        states = found.setdefault(worker, {})
        states[on] = min(state, states.get(on, state))
    return tuple(WorkerMonth(worker, states) for worker, states in found.items())
