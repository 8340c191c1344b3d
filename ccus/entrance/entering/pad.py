"""記入中の入力: everything a form of days has sent so far; the page, the check and the act read it (PORTAL-21, 22)."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Protocol

from django.http import HttpRequest, QueryDict

from ccus.domain.codes.rules import first_open_day
from ccus.domain.work_history.claims.blocks import ENTRY, SINGLE_DAY
from ccus.domain.work_history.claims.day_checks import DayTyped
from ccus.domain.work_history.claims.entered_days import marks_for, marks_of
from ccus.domain.work_history.claims.entry_form import choices_for, days_typed, usual_at
from ccus.domain.work_history.claims.entry_preview import EntryPlace
from ccus.entrance.entering.month import Facts
from ccus.entrance.entering.ticks import days_in, month_in, pressed
from ccus.foundation.clock import today
from ccus.foundation.entry.block import Block
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal
from ccus.ui.entry.choices import Options
from ccus.ui.entry.sheets import Sheet, blank, filled

_MONTH, _TICKS = "month:", ("week:", "weekdays", "none")


class Whose(Protocol):
    """だれの就業日か: the worker's key and birth."""

    @property
    def worker(self) -> int:
        """The key."""

    @property
    def birth_on(self) -> date:
        """生年月日."""


@dataclass(frozen=True, slots=True)
class Forms:
    """用紙: the fields of all days and those of a single one, as whoever fills them in is spoken to.

    `firm`: the key of the firm that fills it in, None for the worker.
    """

    whole: Block
    single: Block
    firm: int | None = None


BY_WORKER = Forms(ENTRY, SINGLE_DAY)


@dataclass(frozen=True, slots=True)
class Pad:
    """記入中の入力: the shown month, the ticked days, what is said of all of them, and of single ones."""

    facts: Facts
    days: tuple[date, ...]
    whole: Sheet
    singles: Mapping[date, Sheet]

    @property
    def faults(self) -> tuple[Refusal, ...]:
        """What could not be read, of all days or of one."""
        return (*self.whole.faults, *(fault for sheet in self.singles.values() for fault in sheet.faults))

    @property
    def typed(self) -> list[DayTyped]:
        """The days as the acts take them; what was typed wrong for a single day is left out."""
        single = {on: {} if sheet.faults else sheet.values for on, sheet in self.singles.items()}
        return days_typed(self.whole.values, single)

    @property
    def elsewhere(self) -> tuple[date, ...]:
        """Ticked days that the shown calendar has no box for."""
        tickable = self.facts.tickable
        return tuple(on for on in self.days if on not in tickable)

    def refused(self, refusal: Refusal) -> "Pad":
        """The same with the refusal of an act."""
        return replace(self, whole=self.whole.refused(refusal))

    @property
    def carried(self) -> Iterator[tuple[str, str]]:
        """What a page that does not ask for it sends along: the month, ticks and details."""
        yield "month", f"{self.facts.first:%Y-%m}"
        yield from (("on", on.isoformat()) for on in self.days)
        yield from self.whole.raw.items()

    @property
    def carried_singles(self) -> Iterator[tuple[str, str]]:
        """What was said of single days."""
        for sheet in self.singles.values():
            yield from ((f"{sheet.prefix}{name}", text) for name, text in sheet.raw.items() if text)


def opened(request: HttpRequest, whose: Whose, at: EntryPlace, forms: Forms = BY_WORKER) -> Pad:
    """The form as a page first shows it; `?on=` ticks days, `?month=` opens a month."""
    days = days_in(request.GET.getlist("on"))
    newest = today()
    latest = days[-1].replace(day=1) if days and days[-1] <= newest else newest.replace(day=1)
    facts = _facts(whose, at, month_in(request.GET.get("month", ""), today=newest) or latest, forms.firm)
    usual = asdict(usual_at(whose.worker, at.place, on=newest, firm=forms.firm))
    return Pad(facts, days, blank(forms.whole, _lists(whose, at, days), raw=usual), {})


def sent(request: HttpRequest, whose: Whose, at: EntryPlace, forms: Forms = BY_WORKER) -> Pad:
    """The form as it was sent, after the button that was pressed."""
    posted, newest = request.POST, today()
    act = posted.get("act", "")
    asked_for = act.removeprefix(_MONTH) if act.startswith(_MONTH) else posted.get("month", "")
    facts = _facts(whose, at, month_in(asked_for, today=newest) or newest.replace(day=1), forms.firm)
    days = days_in(posted.getlist("on"))
    if act.startswith(_TICKS):
        days = pressed(act, days, facts.tickable)
    lists, is_asked = _lists(whose, at, days), act in {"check", "send"}
    singles = {
        on: _read(forms.single, posted, lists, prefix=f"{on.isoformat()}-", is_asked=is_asked) for on in days
    }
    return Pad(facts, days, _read(forms.whole, posted, lists, is_asked=is_asked), singles)


def _read(block: Block, posted: QueryDict, lists: Options, *, is_asked: bool, prefix: str = "") -> Sheet:
    """What was typed; what is wrong with it is said when somebody asks to go on, not at every tick."""
    sheet = filled(block, posted, lists, prefix=prefix)
    return sheet if is_asked else replace(sheet, faults=())


def _facts(whose: Whose, at: EntryPlace, first: date, firm: int | None) -> Facts:
    after = (first.replace(day=28) + 4 * ONE_DAY).replace(day=1)
    marks = marks_of(whose.worker, at.place, from_on=first, until_on=after)
    if firm is not None:
        marks = marks_for(firm, whose.worker, at.place, marks, month=first)
    return Facts(first, today(), whose.birth_on, at.periods, marks)


def _lists(whose: Whose, at: EntryPlace, days: tuple[date, ...]) -> Options:
    asked = (*days, first_open_day(today()), today())
    return choices_for(whose.worker, place=at.place, from_on=min(asked), until_on=max(asked) + ONE_DAY)
