"""期限 of one worker, for the worker alone: what runs out, and which days it would spoil (PORTAL-41)."""

from dataclasses import dataclass
from datetime import date

from ccus.domain.employees.expiries import booked, expiries, words_of
from ccus.domain.employees.rules import AHEAD, Spoilt, expiring, spoilt
from ccus.domain.employees.terms import RunsOut


@dataclass(frozen=True, slots=True)
class OwnExpiry:
    """期限のあるもの: `last_on` is its last day, `days_left` negative when that is past."""

    kind: RunsOut
    words: str
    last_on: date
    days_left: int
    spoilt: tuple[Spoilt, ...] = ()

    @property
    def is_past(self) -> bool:
        """Whether it has run out."""
        return self.days_left < 0

    @property
    def left(self) -> str:
        """あと何日か, in words."""
        if self.is_past:
            return f"{-self.days_left}日前に切れました"
        return "今日まで" if self.days_left == 0 else f"あと{self.days_left}日"


@dataclass(frozen=True, slots=True)
class OwnExpiries:
    """期限: `near` within 30 days, `past` the latest first; `next` what runs out after that."""

    near: tuple[OwnExpiry, ...]
    past: tuple[OwnExpiry, ...]
    next: OwnExpiry | None


def own_expiries(worker: int, *, today: date) -> OwnExpiries:
    """Everything of the worker that has a last day. Six statements; the days are those of all employers."""
    found = expiring(expiries([worker], today=today), today=today, within=(date.max - today).days - 1)
    days = booked([worker], today=today)
    every = [
        OwnExpiry(each.kind, words_of(each), each.last_on, each.days_left(today), spoilt(each, days))
        for each in found
    ]
    later = [each for each in every if each.days_left > AHEAD[-1]]
    return OwnExpiries(
        near=tuple(each for each in every if 0 <= each.days_left <= AHEAD[-1]),
        past=tuple(each for each in reversed(every) if each.is_past),
        next=later[0] if later else None,
    )
