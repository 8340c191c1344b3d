"""保存期間 in the office: rules, nights, files; numbers alone (KEEP-09)."""

import io
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from playwright.sync_api import Browser

from ccus.domain.accounts.terms import Duty
from ccus.domain.retention.catalogue import RULES
from ccus.domain.retention.models import RetentionLine, RetentionNight
from ccus.domain.retention.reading import HEAD, nights_shown, rules_shown
from ccus.foundation.clock import now
from tests.browser import COMPUTER, PHONE, somebody
from tests.factories import officers
from tests.journeys.visitor import Visitor
from tests.portals.worker.cast import words

PAGE = "/office/retention/"


@pytest.fixture
def desk(db: None) -> Client:
    return officers.client_of(officers.officer(Duty.FIGURES))


@pytest.fixture
def night(db: None, at: datetime) -> RetentionNight:
    """A night that took 1,234 mails away and could not take two."""
    night = RetentionNight.objects.create(began_at=at - timedelta(hours=10), finished_at=at)
    RetentionLine.objects.create(
        night=night,
        rule="mails",
        table="mail",
        rows=1234,
        failed=2,
        fault="DeadlockDetected",
        before=at,
        soon=77,
    )
    return night


def test_before_the_first_night_the_page_shows_the_rules_and_says_so(desk: Client) -> None:
    page = words(desk.get(PAGE))
    assert "まだ実行していません" in page
    assert [rule.title for rule in RULES if rule.title not in page] == []


def test_the_page_shows_what_a_night_took_away_and_what_falls_due(
    desk: Client, night: RetentionNight
) -> None:
    page = words(desk.get(PAGE))
    assert "1,234行" in page
    assert "77行" in page
    assert "2行は消せませんでした（DeadlockDetected）" in page


def test_a_night_that_was_broken_off_is_shown_as_such(desk: Client, at: datetime) -> None:
    RetentionNight.objects.create(began_at=at)
    assert "途中で止まりました" in words(desk.get(PAGE))


def test_the_rules_are_taken_away_as_csv_and_excel(desk: Client, night: RetentionNight) -> None:
    content = b"".join(desk.get(f"{PAGE}csv/"))
    assert "送ったメールのあて先と件名" in content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(b"".join(desk.get(f"{PAGE}xlsx/"))))
    assert [cell.value for cell in book.worksheets[0][1]] == list(HEAD)
    assert desk.get(f"{PAGE}pdf/").status_code == 404


def test_an_officer_without_the_duty_does_not_see_the_page(night: RetentionNight) -> None:
    other = officers.client_of(officers.officer(Duty.REVIEW))
    assert {other.get(PAGE).status_code, other.get(f"{PAGE}csv/").status_code} == {403}


def test_the_report_costs_the_same_for_many_nights(night: RetentionNight, at: datetime) -> None:
    RetentionNight.objects.bulk_create(RetentionNight(began_at=at - timedelta(days=n)) for n in range(1, 25))
    with CaptureQueriesContext(
        connection,
    ) as counted:
        rules_shown(), nights_shown(at=at)
    assert len(counted) == 2


@pytest.mark.thorough
@pytest.mark.journey
def test_rules_and_nights_are_read_without_a_barrier_on_both_screens(
    browser: Browser, portal_server: str
) -> None:
    night = RetentionNight.objects.create(began_at=now() - timedelta(days=1), finished_at=now())
    RetentionLine.objects.create(
        night=night,
        rule="left",
        table="withdrawal",
        rows=12345,
        failed=3,
        fault="RaiseException",
        before=now(),
    )
    with somebody(browser, PHONE) as context:
        eyes = Visitor(context.new_page(), portal_server)
        eyes.has_signed_in(officers.client_of(officers.officer()))
        eyes.goes_to(PAGE)
        for screen in (PHONE, COMPUTER):
            eyes.at_width(screen["width"]).finds_no_barrier()
        assert eyes.complaints == []
