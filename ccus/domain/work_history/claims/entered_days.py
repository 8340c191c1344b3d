"""入力のカレンダー: what already stands on the days of a month, and in which periods of a site they lie (PORTAL-21)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from ccus.domain.sites.models import AccumulationPeriod, Site
from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.claims.firms import days_with
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.models import DayClaim, WorkRecord
from ccus.domain.work_history.month_reports import days_of_own
from ccus.domain.work_history.terms import State
from ccus.foundation.periods import Period


@dataclass(frozen=True, slots=True)
class Mark:
    """しるし: what stands on a day. `here`, `elsewhere`: the best state there; `is_entered`: an entry of this place."""

    here: State | None = None
    elsewhere: State | None = None
    is_entered: bool = False


def marks_of(worker: int, place: int | None, *, from_on: date, until_on: date) -> dict[date, Mark]:
    """What stands on the days from `from_on` to before `until_on`, under either ID of a person (SAME-06).

    Days with nothing are left out. `place` None: a site that is not there yet; everything is elsewhere.
    Four statements.
    """
    ids = ids_of(worker)
    records = WorkRecord.objects.filter(worker__in=ids, work_on__gte=from_on, work_on__lt=until_on)
    states: dict[tuple[date, bool], State] = {}
    for on, at, state in records.values_list("work_on", "place", "state"):
        key = on, at == place
        states[key] = min(states.get(key, State(state)), State(state))
    claims = DayClaim.objects.filter(
        worker__in=ids,
        place=place,
        kind=ClaimKind.ENTRY,
        work_on__gte=from_on,
        work_on__lt=until_on,
        superseded_at=None,
    )
    entered = set(claims.values_list("work_on", flat=True)) if place is not None else set()
    return {
        on: Mark(states.get((on, True)), states.get((on, False)), on in entered)
        for on in {*(on for on, _ in states), *entered}
    }


def marks_for(
    firm: int, worker: int, place: int, marks: Mapping[date, Mark], *, month: date
) -> dict[date, Mark]:
    """What of these marks of a month an employer (key) may see: its own days, and here what an entry would meet (D-08).

    Of days on which the worker does not belong to the firm nothing.
    """
    bound = days_with(firm, worker, list(marks), place=place) if marks else frozenset()
    number = Site.objects.filter(pk=place).values_list("number", flat=True).first()
    own: dict[tuple[date, bool], State] = {}
    for day in days_of_own(firm, month, worker=ids_of(worker)[0]):
        key = day.on, day.site_number == number
        own[key] = min(own.get(key, day.state), day.state)
    found = {}
    for on, mark in marks.items():
        here = State.OFFICIAL if on in bound and mark.here is State.OFFICIAL else own.get((on, True))
        found[on] = Mark(here, own.get((on, False)), on in bound and mark.is_entered)
    return {on: mark for on, mark in found.items() if mark != Mark()}


def periods_at(places: Collection[int]) -> dict[int, tuple[Period, ...]]:
    """就業履歴蓄積期間 of sites as they stand, earliest first."""
    rows = AccumulationPeriod.objects.filter(site__in=places, superseded_at=None).order_by("valid_from")
    found: dict[int, list[Period]] = {place: [] for place in places}
    for place, from_on, until_on in rows.values_list("site", "valid_from", "valid_until"):
        found[place].append(Period(from_on, until_on))
    return {place: tuple(periods) for place, periods in found.items()}
