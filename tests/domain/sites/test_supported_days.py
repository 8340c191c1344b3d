"""REG-17: ending or changing a fact takes no support from the days that had it (through the SQL of both roads)."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial

import psycopg
import pytest
from django.db import connection

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.sites.actions.placements import accept_placement, ask_placement
from ccus.domain.sites.actions.registration import change_period
from ccus.domain.sites.actions.roster import change_roster_line, end_roster_line
from ccus.domain.sites.actions.structure import leave_structure
from ccus.domain.work_history import standing
from ccus.domain.work_history.rules import Standing, day_number
from ccus.domain.workers.actions.affiliation import end_affiliation
from tests.factories import codes, sites, workers
from tests.factories.personas import Cast, firm
from tests.factories.sites import LAST_DAY_PLUS_ONE as END

JUNE, NOVEMBER, DECEMBER = date(2026, 6, 1), date(2026, 11, 1), date(2026, 12, 1)
pytestmark = pytest.mark.django_db


def standing_on(cast: Cast, day: date) -> Standing:
    key = (cast.mirai.pk, cast.site.pk, day_number(day))
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(standing.SQL, standing.parameters([key]))
        return standing.from_rows(cursor.fetchall())[key]


def has_everything(found: Standing) -> bool:
    return found.in_period and found.line is not None and not found.holes and found.is_linked


def test_the_cast_has_everything_a_day_needs(cast: Cast) -> None:
    assert has_everything(standing_on(cast, JUNE))


def test_a_link_that_ends_still_supports_the_days_before(cast: Cast, at: datetime) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=DECEMBER, by=SYSTEM, at=at)
    assert has_everything(standing_on(cast, JUNE))
    assert not standing_on(cast, DECEMBER).is_linked


def test_a_firm_that_leaves_leaves_no_hole_before(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.first_tier, until_on=DECEMBER, by=SYSTEM, at=at)
    assert has_everything(standing_on(cast, JUNE))
    assert standing_on(cast, DECEMBER).holes == 1


def test_the_employer_changes_what_was_done_on_one_day_after_it(cast: Cast, at: datetime) -> None:
    leader, foreman = codes.position("team_leader"), cast.line.position
    act = partial(
        change_roster_line, trade=codes.trade(), work_content="揚重作業", by=firm(cast.takahashi), at=at
    )
    changed = act(line=cast.line, position=leader, from_on=NOVEMBER)
    act(line=changed, position=foreman, from_on=date(2026, 11, 2))
    days = [date(2026, 10, 31), NOVEMBER, date(2026, 11, 2)]
    assert [standing_on(cast, day).position for day in days] == [foreman.pk, leader.pk, foreman.pk]


def test_a_changed_line_says_the_old_before_and_the_new_since(cast: Cast, at: datetime) -> None:
    change_roster_line(
        line=cast.line,
        trade=codes.trade(),
        position=codes.position("team_leader"),
        work_content="",
        from_on=NOVEMBER,
        by=SYSTEM,
        at=at,
    )
    june, november = standing_on(cast, JUNE), standing_on(cast, NOVEMBER)
    assert has_everything(june)
    assert (june.position, november.position) == (1, 2)


def test_a_line_that_ends_still_stands_for_the_days_before(cast: Cast, at: datetime) -> None:
    end_roster_line(line=cast.line, until_on=DECEMBER, by=SYSTEM, at=at)
    assert has_everything(standing_on(cast, JUNE))
    assert standing_on(cast, DECEMBER).line is None


def test_a_period_extended_backwards_late_counts_all_the_same(cast: Cast, at: datetime) -> None:
    assert not standing_on(cast, date(2026, 3, 1)).in_period
    change_period(site=cast.site, from_on=date(2026, 3, 1), until_on=END, by=SYSTEM, at=at)
    assert standing_on(cast, date(2026, 3, 1)).in_period
    assert has_everything(standing_on(cast, JUNE))


def test_an_agreed_work_under_another_firm_links_its_days(cast: Cast, at: datetime) -> None:
    worker = workers.worker()
    line = sites.roster_line(worker=worker, member=cast.first_tier, valid_from=NOVEMBER)
    asked = ask_placement(worker=worker, company=cast.suzuki, from_on=NOVEMBER, by=SYSTEM, at=at)
    lent = replace(cast, mirai=worker)
    assert not standing_on(lent, NOVEMBER).is_linked
    accept_placement(request=asked, by=firm(cast.suzuki), at=at)
    assert standing_on(lent, NOVEMBER).line == line.pk
    assert has_everything(standing_on(lent, NOVEMBER))
