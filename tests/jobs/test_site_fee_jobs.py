"""現場利用料の仕事: booked every night, closed when the day has come (USE-05, USE-07)."""

from datetime import UTC, datetime

import pytest
import time_machine

from ccus.domain.site_fees.models import SiteFeeBill, SiteFeeLine
from ccus.foundation.databases import Databases
from ccus.jobs import tasks
from tests.domain.site_fees.days import NOVEMBER, month_of_records, sum_months
from tests.factories import sites, workers


@pytest.fixture
def worked(fresh_database: Databases) -> None:
    """Twenty days of November at a site."""
    month_of_records(workers.worker(), sites.site(), range(1, 21))


def test_the_nights_book_and_the_fifth_closes(worked: None) -> None:
    with time_machine.travel(datetime(2026, 12, 4, 19, 20, tzinfo=UTC), tick=False):
        tasks.book_site_fees(0)
        tasks.close_site_fees(0)
        assert (SiteFeeLine.objects.count(), SiteFeeBill.objects.count()) == (20, 0)
        sum_months(NOVEMBER)
        tasks.close_site_fees(0)
        tasks.close_site_fees(0)
    assert SiteFeeBill.objects.get().carried_on == 200
