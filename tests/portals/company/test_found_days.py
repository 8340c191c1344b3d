"""就業日数 of somebody who was found: only when worker and employers opened them (DISC-18, SEEK-08)."""

from datetime import date

import pytest
from django.test import Client

from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Item
from tests.domain.searching.world import hand
from tests.factories import sites
from tests.factories.companies import company
from tests.factories.records import record
from tests.factories.seats import client_of, seat

pytestmark = pytest.mark.django_db
SEARCH = "/company/search/workers/"


def opened_page(one: Worker) -> str:
    """The page of somebody whom another company found by number."""
    record(one, sites.site(), date(2026, 11, 2))
    desk: Client = client_of(seat(company()))
    desk.get(SEARCH, {"number": one.number})
    return desk.get(f"{SEARCH}{one.number}/").content.decode()


def test_opened_days_are_counted_and_the_worker_reads_that_they_were() -> None:
    one = hand(Item.WORK_HISTORY)
    assert "1日（正式 1日）、2026年11月から" in opened_page(one)
    assert "work_history" in DisclosureTrace.objects.get(worker=one, purpose="search").items


def test_closed_days_stand_among_what_is_hidden() -> None:
    one = hand()
    page = opened_page(one)
    assert "就業日数" not in page
    assert "就業履歴" in page.split('id="seen-hidden"')[1]
    assert "work_history" not in DisclosureTrace.objects.get(worker=one, purpose="search").items
