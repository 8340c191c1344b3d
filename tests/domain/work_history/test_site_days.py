"""What a change of the period bears on (SITE-04)."""

from datetime import date, timedelta

import pytest
from django.db import connection

from ccus.domain.work_history.site_days import TapDays, tap_days
from ccus.foundation.clock import now
from ccus.foundation.periods import Period
from tests.domain.work_history.gate import tap_id
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)


def tapped(cast: Cast, hours: int, worker: int | None) -> None:
    """A tap at the gate of the cast, some hours from noon of today."""
    at = now() + timedelta(hours=hours)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into tap (reader, id, at, seq, happened_at, received_at, place, card, worker, direction, shown,"
            " outcome, reasons) values (%s, %s, %s, 1, %s, %s, %s, '9', %s, 0, 0, 2, '{20}')",
            [cast.reader.pk, tap_id(at, 1), at, at, at, cast.site.pk, worker],
        )


def test_days_of_people_with_taps_are_counted_once_a_day_within_the_period(cast: Cast) -> None:
    for hours, worker in ((-3, cast.mirai.pk), (0, cast.mirai.pk), (1, None), (24, cast.mirai.pk)):
        tapped(cast, hours, worker)
    assert tap_days(cast.site.pk, Period(TODAY, TOMORROW)) == TapDays(days=1, people=1)
    assert tap_days(cast.site.pk, Period(TODAY)) == TapDays(days=2, people=1)
    assert tap_days(cast.site.pk, Period(date(2026, 1, 1), TODAY)) == TapDays(days=0, people=0)
