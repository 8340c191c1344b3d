"""What the employer's calendar keeps to itself: days of its worker that are another firm's (D-08, PORTAL-21)."""

from datetime import date

import pytest
from django.test import Client

from ccus.domain.work_history.actions.entries import enter_days
from ccus.domain.work_history.claims.entered_days import Mark
from ccus.domain.work_history.claims.firms import NotThatFirm
from ccus.domain.work_history.terms import State
from ccus.foundation.clock import now
from tests.factories import claims, records, seats, sites, workers
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)


@pytest.fixture
def desk(cast: Cast) -> Client:
    return seats.client_of(seats.seat(cast.takahashi))


def calendar(desk: Client, cast: Cast, month: str = "2026-11") -> str:
    address = f"/company/own-records/workers/{cast.mirai.number}/{cast.site.number}/"
    return desk.get(address, {"month": month}).content.decode()


def test_a_day_under_another_firm_leaves_no_mark_on_the_calendar(desk: Client, cast: Cast) -> None:
    workers.affiliation(worker=cast.mirai, company=cast.stranger, is_main=False)
    claims.entered(cast.mirai, sites.site(prime=cast.stranger), MONDAY, company=cast.stranger)
    claims.entered(cast.mirai, cast.site, TUESDAY, company=cast.stranger)
    claims.settled()
    page = calendar(desk, cast)
    assert "別の現場で" not in page
    assert "この現場で、もう入力してあります" in page


def test_a_day_of_its_own_at_another_site_is_marked(desk: Client, cast: Cast) -> None:
    claims.entered(cast.mirai, sites.site(prime=cast.stranger), MONDAY, company=cast.takahashi)
    claims.settled()
    assert "別の現場で承認待ち" in calendar(desk, cast)


def test_days_before_the_worker_belonged_to_the_firm_are_not_marked(cast: Cast) -> None:
    later = seats.client_of(seats.seat(cast.stranger))
    workers.affiliation(
        worker=cast.mirai, company=cast.stranger, is_main=False, valid_from=date(2026, 11, 17)
    )
    for on in (MONDAY, TUESDAY):
        records.record(cast.mirai, cast.site, on, State.OFFICIAL)
    address = f"/company/own-records/workers/{cast.mirai.number}/{cast.site.number}/"
    marks = later.get(address, {"month": "2026-11"}).context["pad"].facts.marks
    assert marks == {TUESDAY: Mark(here=State.OFFICIAL)}


def test_whether_a_day_is_taken_is_not_told_to_a_firm_that_may_not_enter_it(cast: Cast) -> None:
    workers.affiliation(
        worker=cast.mirai, company=cast.stranger, is_main=False, valid_from=date(2026, 11, 17)
    )
    records.record(cast.mirai, cast.site, MONDAY, State.OFFICIAL)
    with pytest.raises(NotThatFirm):
        enter_days(
            worker=cast.mirai,
            site=cast.site,
            company=None,
            days=claims.typed(MONDAY),
            by=firm(cast.stranger),
            at=now(),
        )


def test_what_a_roster_of_another_firm_says_stands_in_no_form(cast: Cast) -> None:
    other = seats.client_of(seats.seat(cast.stranger))
    workers.affiliation(worker=cast.mirai, company=cast.stranger, is_main=False)
    assert cast.line.work_content
    assert cast.line.work_content not in _form(other, cast)
    assert cast.line.work_content in _form(seats.client_of(seats.seat(cast.takahashi)), cast)


def _form(desk: Client, cast: Cast) -> str:
    page = calendar(desk, cast)
    return page[page.index('name="work_content"') :][:300]
