"""Two runs at once close a month once and bill a prime once; what commits late is booked (USE-04, USE-05, USE-08)."""

from datetime import date
from functools import partial

import psycopg
import pytest
from django.db import transaction

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.models import Company
from ccus.domain.fees.models import Charge
from ccus.domain.site_fees.actions import AlreadyBilled, MonthNotDue, close_month, settle_month
from ccus.domain.site_fees.booking import book_days
from ccus.domain.site_fees.closing import close_due_months
from ccus.domain.site_fees.models import SiteFeeBill, SiteFeeClose, SiteFeeLine
from ccus.domain.sites.models import Site
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.domain.site_fees.days import AT, NOVEMBER, month_of_records, sum_months
from tests.factories import sites, workers

ON = date(2026, 11, 2)
LATE = """
with made as (
    insert into work_record (worker, place, work_on, state, reasons, evidence, last_tap_at)
    values (%(worker)s, %(place)s, %(on)s, 0, '{}', 0, now())
)
insert into record_change (worker, place, work_on, after, told_at) values (%(worker)s, %(place)s, %(on)s, 0, now())
"""


@pytest.fixture
def site(fresh_database: Databases) -> Site:
    """A site at which five people worked twenty days of November each."""
    made = sites.site()
    for _ in range(5):
        month_of_records(workers.worker(), made, range(1, 21))
    sum_months(NOVEMBER)
    return made


def test_two_runs_at_once_bill_a_prime_once(site: Site) -> None:
    close_due = partial(close_due_months, at=AT)
    assert contested(close_due, close_due) is None
    assert (SiteFeeClose.objects.count(), SiteFeeBill.objects.count(), Charge.objects.count()) == (1, 1, 1)


def test_of_two_who_close_the_same_month_the_second_is_told(site: Site) -> None:
    close = partial(close_month, month=NOVEMBER, by=SYSTEM, at=AT)
    assert isinstance(contested(close, close), MonthNotDue)


def test_of_two_who_settle_the_same_prime_the_second_is_told(site: Site) -> None:
    close_month(month=NOVEMBER, by=SYSTEM, at=AT)
    prime = Company.objects.get(pk=site.prime_id)
    settle = partial(settle_month, company=prime, month=NOVEMBER, by=SYSTEM, at=AT)
    assert isinstance(contested(settle, settle), AlreadyBilled)


def test_two_bookings_at_once_charge_each_day_once(site: Site) -> None:
    book = partial(book_days, at=AT)
    assert contested(book, book) is None
    assert SiteFeeLine.objects.count() == 100


def test_a_booking_that_waits_for_the_closing_books_in_the_month_after(site: Site) -> None:
    book_days(at=AT)
    worker = workers.worker()

    def close_with_a_late_day() -> None:
        close_month(month=NOVEMBER, by=SYSTEM, at=AT)
        with transaction.atomic(durable=False):
            late(site, worker.pk)

    contested(close_with_a_late_day, partial(book_days, at=AT))
    book_days(at=AT)
    assert [line.month for line in SiteFeeLine.objects.filter(worker=worker)] == [date(2026, 12, 1)]


def test_a_change_that_commits_behind_younger_ones_is_still_booked(
    site: Site, fresh_database: Databases
) -> None:
    close_due_months(at=AT)
    first, second = workers.worker(), workers.worker()
    with psycopg.connect(str(fresh_database.app)) as slow:
        slow.execute(LATE, {"worker": first.pk, "place": site.pk, "on": ON})
        late(site, second.pk)
        assert [book_days(at=AT) for _ in range(3)] == [1, 0, 0]
        slow.commit()
    assert [book_days(at=AT) for _ in range(3)] == [1, 0, 0]


def late(site: Site, worker: int) -> None:
    """A day of the closed month that comes into being now."""
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(LATE, {"worker": worker, "place": site.pk, "on": ON})
