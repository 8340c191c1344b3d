"""A village: the smallest country that holds the standing cast, for tests."""

from datetime import date

from ccus.demo.plan.district import plan
from ccus.demo.plan.facts import District, Ids, Span
from ccus.demo.scales import Scale
from ccus.demo.taps import Taps, taps_of
from ccus.demo.workdays import working_chances
from ccus.domain.work_history.rules import day_number

VILLAGE = Scale("village", workers=70, companies=18, sites=30, months=7, activity=0.6, districts=1)
TODAY = day_number(date(2026, 11, 20))
SPAN = Span(TODAY - 210, TODAY)
CAREER = Span(day_number(date(2026, 1, 1)), TODAY)


def planned(seed: int) -> District:
    """The village on paper."""
    return plan(VILLAGE, seed, 0, Ids(), SPAN)


def tapped(seed: int) -> Taps:
    """The village's taps."""
    return taps_of(seed, planned(seed), working_chances(*CAREER), CAREER, lambda _: None)
