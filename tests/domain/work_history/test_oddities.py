"""いつもと違う点: what an approver looks at first (CLAIM-27)."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from ccus.domain.sites.models import RosterLine
from ccus.domain.work_history.claim_terms import ClaimKind, Oddity
from ccus.domain.work_history.claims.oddities import oddities_of
from ccus.domain.work_history.models import DayClaim, WorkRecord
from ccus.foundation.clock import JST, now
from tests.factories import asked, sites, workers
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
EVE, NEXT = asked.DAY - timedelta(days=1), asked.DAY + timedelta(days=1)


def record(worker: int, place: int, on: date, **values: Any) -> None:
    usual = {"state": 0, "reasons": [], "evidence": 0, "last_tap_at": now()}
    WorkRecord.objects.create(worker=worker, place=place, work_on=on, **(usual | values))


@pytest.fixture
def colleague(cast: Cast) -> RosterLine:
    """Somebody else of 高橋鉄筋 on the same roster, who was there on the day."""
    line = sites.roster_line(worker=workers.worker(), member=cast.second_tier)
    record(line.worker_id, cast.site.pk, asked.DAY, line=line.pk, member=cast.second_tier.pk)
    return line


def odd(claim: DayClaim) -> list[Oddity]:
    return oddities_of([claim.pk])[claim.pk]


def test_a_day_with_a_colleague_at_the_site_is_as_usual(cast: Cast, colleague: RosterLine) -> None:
    assert odd(asked.claim(cast)) == []


def test_nobody_else_of_the_firm_was_there_that_day(cast: Cast) -> None:
    assert odd(asked.claim(cast)) == [Oddity.NOBODY_ELSE]


def test_a_colleague_who_entered_the_same_day_is_somebody_else(cast: Cast) -> None:
    asked.claim(cast, worker=workers.worker())
    assert odd(asked.claim(cast)) == []


def test_a_record_elsewhere_that_day_is_unusual(cast: Cast, colleague: RosterLine) -> None:
    other = sites.site()
    record(cast.mirai.pk, other.pk, asked.DAY)
    assert odd(asked.claim(cast)) == [Oddity.ELSEWHERE]


def test_an_entry_elsewhere_that_day_is_unusual_unless_this_one_replaces_it(
    cast: Cast, colleague: RosterLine
) -> None:
    old = asked.row(cast, place=sites.site().place)
    assert odd(asked.claim(cast, instead_of=old)) == []
    assert odd(asked.claim(cast, place=sites.site().place, kind=ClaimKind.ENTRY))[0] is Oddity.ELSEWHERE


@pytest.mark.parametrize(("began", "is_short"), [(time(7), True), (time(8), False), (None, False)])
def test_less_than_eight_hours_since_the_exit_before_is_unusual(
    began: time | None, is_short: bool, cast: Cast, colleague: RosterLine
) -> None:
    record(cast.mirai.pk, cast.site.pk, EVE, last_out=datetime.combine(asked.DAY, time(0), JST))
    assert odd(asked.claim(cast, began=began)) == ([Oddity.SHORT_REST] if is_short else [])


def test_a_night_that_ends_shortly_before_the_next_entry_is_unusual(
    cast: Cast, colleague: RosterLine
) -> None:
    record(cast.mirai.pk, cast.site.pk, NEXT, first_in=datetime.combine(NEXT, time(8), JST))
    assert odd(asked.claim(cast, began=time(20), ended=time(5))) == [Oddity.SHORT_REST]


def test_somebody_on_no_roster_that_day_is_unusual(cast: Cast, colleague: RosterLine) -> None:
    stranger = workers.worker()
    assert odd(asked.claim(cast, worker=stranger)) == [Oddity.NOT_ON_ROSTER]


def test_an_entry_more_than_two_weeks_after_the_day_is_unusual(cast: Cast, colleague: RosterLine) -> None:
    late = asked.DAY + timedelta(days=15)
    said_at = datetime.combine(late, time(8), JST)
    assert odd(asked.claim(cast, recorded_at=said_at)) == [Oddity.LATE]


def test_of_a_correction_only_its_lateness_is_looked_at(cast: Cast) -> None:
    assert odd(asked.claim(cast, kind=ClaimKind.CORRECTION)) == []


def test_a_day_that_was_refused_elsewhere_is_nothing_unusual(cast: Cast, colleague: RosterLine) -> None:
    record(cast.mirai.pk, sites.site().pk, asked.DAY, state=4)
    assert odd(asked.claim(cast)) == []
