"""見守りの印の表: what is unusual about whom a company opened. Pure: values in, values out (LOOK-05, LOOK-06).

Only openings of somebody found by searching, as その他事業者, come in here; looks that rest on a 所属, a roster, a
mandate, a certified system or the office's duty never do. A name in a list of results is no opening.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ccus.domain.looks.terms import SignKind


@dataclass(frozen=True, slots=True)
class Opening:
    """開いた一回: which worker, when in Japan, and which other companies employed the worker on that day (keys)."""

    worker: int
    at: datetime
    employers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Refusal:
    """断られた一回: a worker said no to what the company had asked for."""

    worker: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Limits:
    """印の数: from how many workers on something is a sign. Hours are those of Japan; `share` is in per cent."""

    days: int = 14
    of_one_employer: int = 10
    share: int = 50
    at_night: int = 5
    night_from: int = 22
    night_until: int = 5
    after_refusal: int = 7


@dataclass(frozen=True, slots=True)
class Sign:
    """印: these openings of one company. `employer` (key): whose workers they were, where the sign is about that."""

    kind: SignKind
    openings: tuple[Opening, ...]
    employer: int | None = None

    @property
    def workers(self) -> frozenset[int]:
        """Whom it opened."""
        return frozenset(opening.worker for opening in self.openings)


def _of_one_employer(openings: Sequence[Opening], _: Sequence[Refusal], limits: Limits) -> list[Sign]:
    by_employer: defaultdict[int, list[Opening]] = defaultdict(list)
    for opening in openings:
        for employer in opening.employers:
            by_employer[employer].append(opening)
    everybody = len({opening.worker for opening in openings})
    signs = [Sign(SignKind.ONE_EMPLOYER, tuple(of), employer) for employer, of in by_employer.items()]
    return [
        sign
        for sign in signs
        if len(sign.workers) >= limits.of_one_employer and len(sign.workers) * 100 >= everybody * limits.share
    ]


def _at_night(openings: Sequence[Opening], _: Sequence[Refusal], limits: Limits) -> list[Sign]:
    late = [o for o in openings if o.at.hour >= limits.night_from or o.at.hour < limits.night_until]
    sign = Sign(SignKind.NIGHT, tuple(late))
    return [sign] if len(sign.workers) >= limits.at_night else []


def _after_refusal(openings: Sequence[Opening], refusals: Sequence[Refusal], limits: Limits) -> list[Sign]:
    soon = timedelta(days=limits.after_refusal)
    after = [
        opening
        for opening in openings
        if any(no.worker == opening.worker and no.at < opening.at <= no.at + soon for no in refusals)
    ]
    return [Sign(SignKind.AFTER_REFUSAL, tuple(after))] if after else []


SIGNS: Mapping[SignKind, Callable[[Sequence[Opening], Sequence[Refusal], Limits], list[Sign]]] = {
    SignKind.ONE_EMPLOYER: _of_one_employer,
    SignKind.NIGHT: _at_night,
    SignKind.AFTER_REFUSAL: _after_refusal,
}
"""印 → how it is seen in one company's openings of `Limits.days`."""


def signs_of(
    openings: Sequence[Opening], refusals: Sequence[Refusal] = (), limits: Limits | None = None
) -> tuple[Sign, ...]:
    """One company's signs, in the order of the table."""
    numbers = limits or Limits()
    return tuple(sign for see in SIGNS.values() for sign in see(openings, refusals, numbers))
