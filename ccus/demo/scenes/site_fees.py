"""現場利用料: the last month that could be closed is billed; the running one is booked so far."""

from datetime import date, datetime, time, timedelta

from django.db import connection

from ccus.domain.site_fees import rules
from ccus.domain.site_fees.booking import book_days
from ccus.domain.site_fees.closing import close_due_months
from ccus.foundation.clock import JST

_BEGIN = """
insert into site_fee_close (month, closed_at, finished_at, official_days, charged_days) values (%s, %s, %s, 0, 0)
"""


def bill(today: date) -> None:
    """精算する: the fees of the invented country begin with the month that was closed last."""
    month = rules.month_of(today - timedelta(days=1))
    while today <= rules.closes_on(month):
        month = _before(month)
    at = _night(rules.closes_on(month))
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, [_before(month), at, at])
    close_due_months(at=at)
    book_days(at=_night(today - timedelta(days=1)))


def _before(month: date) -> date:
    return rules.month_of(month - timedelta(days=1))


def _night(day: date) -> datetime:
    return datetime.combine(day, time(4, 20), JST)
