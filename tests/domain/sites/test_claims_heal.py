"""D-27: with a firm of the chain unregistered nobody loses a day, whenever the real firm comes (SITE-19)."""

from datetime import UTC, date, datetime, timedelta

import psycopg
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.sites.actions.links import accept_link, make_link
from ccus.domain.sites.actions.stand_ins import declare_stand_in
from ccus.domain.work_history import standing
from ccus.domain.work_history.rules import day_number, deadline
from ccus.foundation.clock import day_of
from tests.factories import companies, sites, workers
from tests.factories.personas import Cast
from tests.factories.sites import FIRST_DAY

YEAR = [FIRST_DAY + timedelta(days=9 * n) for n in range(40)]
SPRING = datetime(2026, 3, 25, tzinfo=UTC)
instants = st.timedeltas(timedelta(), timedelta(days=370)).map(lambda after: SPRING + after)
pytestmark = pytest.mark.django_db


def days_with_holes(worker: int, place: int) -> set[date]:
    keys = {(worker, place, day_number(day)): day for day in YEAR}
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(standing.SQL, standing.parameters(list(keys)))
        return {keys[key] for key, found in standing.from_rows(cursor.fetchall()).items() if found.holes}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(declared=instants, later=st.timedeltas(timedelta(), timedelta(days=2000)))
def test_a_claim_at_any_time_heals_every_day_that_the_declaration_came_in_time_for(
    cast: Cast, declared: datetime, later: timedelta
) -> None:
    stand_in = declare_stand_in(upper=cast.first_tier, name="未来塗装", by=SYSTEM, at=declared)
    below = sites.accept(sites.spot(cast.site, companies.company(), stand_in))
    worker = workers.worker()
    sites.roster_line(worker=worker, member=below)
    assert days_with_holes(worker.pk, cast.site.pk) == set(YEAR)
    link = make_link(upper=cast.first_tier, stand_in=stand_in, by=SYSTEM, at=declared + later).token
    accept_link(token=link, company=companies.company(), by=SYSTEM, at=declared + later)
    too_late = {day for day in YEAR if deadline(day_number(day)) < declared.timestamp() * 1000}
    assert days_with_holes(worker.pk, cast.site.pk) == too_late
    assert all(day < day_of(declared) for day in too_late)
