"""月の表の見せ方: a page of the matrix as cells with letter and shape (REPORT-06)."""

from calendar import SATURDAY, monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import jpholiday

from ccus.domain.disclosure.people import Person
from ccus.domain.work_history.month_matrix import LEGEND, LETTERS, FirmMonth, WorkerMonth
from ccus.domain.work_history.reading import month_after
from ccus.domain.work_history.terms import COUNTED_STATES, State
from ccus.entrance.asked import count_of
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.ui.badges import Badge, badge

PAGE = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """一日の升目; without a look nothing stands there."""

    on: date
    letter: str = ""
    look: Badge | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """一人の行."""

    person: Person
    month: WorkerMonth
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """日付の見出し."""

    on: date
    is_rest: bool


def matrix(
    month: date, firms: Sequence[FirmMonth], people: Mapping[int, Person], after: str
) -> dict[str, Any]:
    """What the table shows of these firms, which are those of `page_of`, and the way to the months beside."""
    heads = _heads(month)
    following = month_after(month)
    return {
        "month": month,
        "before": (month - ONE_DAY).replace(day=1),
        "following": following if following <= clock.today() else None,
        "heads": heads,
        "groups": [
            (firm, [_line(worker, people[worker.worker], heads) for worker in firm.workers]) for firm in firms
        ],
        "legend": [(LETTERS[state], badge(state), state in COUNTED_STATES) for state in State],
        "legend_words": LEGEND,
        "is_first": not count_of(after),
    }


def page_of(firms: Sequence[FirmMonth], after: str) -> tuple[list[FirmMonth], int | None]:
    """A hundred workers behind the first `after` ones, by firm; and how many are then behind, None at the end."""
    begin, seen = count_of(after), 0
    shown = []
    for firm in firms:
        those = firm.workers[max(0, begin - seen) : max(0, begin + PAGE - seen)]
        seen += len(firm.workers)
        if those:
            shown.append(replace(firm, workers=those))
    return shown, begin + PAGE if begin + PAGE < seen else None


def _heads(month: date) -> list[Head]:
    days = [month.replace(day=day + 1) for day in range(monthrange(month.year, month.month)[1])]
    return [Head(on, on.weekday() >= SATURDAY or jpholiday.is_holiday(on)) for on in days]


def _line(worker: WorkerMonth, person: Person, heads: Sequence[Head]) -> Line:
    return Line(person, worker, tuple(_cell(worker.states.get(head.on), head.on) for head in heads))


def _cell(state: State | None, on: date) -> Cell:
    return Cell(on) if state is None else Cell(on, LETTERS[state], badge(state))
