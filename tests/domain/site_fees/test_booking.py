"""計上: what the ledger holds after the records were booked (USE-01 to USE-06)."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from ccus.domain.site_fees.booking import book_days
from ccus.domain.site_fees.models import SiteFeeClose, SiteFeeLine
from ccus.domain.sites.models import Place
from ccus.domain.work_history.models import WorkRecord
from ccus.domain.work_history.terms import State
from tests.domain.site_fees.days import AT, NOVEMBER, change, ledger, record
from tests.factories.personas import Cast

ON, LATER = date(2026, 11, 2), date(2026, 11, 3)
SEPTEMBER_DAY = date(2026, 9, 30)


def close(month: date) -> None:
    SiteFeeClose.objects.create(month=month, closed_at=AT)


def test_a_worker_a_site_and_a_date_are_charged_once_however_often_it_is_booked(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    assert [book_days(at=AT) for _ in range(3)] == [1, 0, 0]
    assert ledger() == [("11-02", 1, 10, "2026-11")]


@pytest.mark.parametrize("state", [state for state in State if state is not State.OFFICIAL])
def test_a_day_that_is_not_official_costs_nothing(cast: Cast, state: State) -> None:
    record(cast.mirai, cast.site, ON, state)
    assert book_days(at=AT) == 0


def test_the_price_is_that_of_the_work_date(cast: Cast) -> None:
    for on in (date(2019, 3, 31), date(2020, 9, 30), date(2020, 10, 1)):
        record(cast.mirai, cast.site, on)
    book_days(at=AT)
    assert [amount for _, _, amount, _ in ledger()] == [3, 10]


def test_a_day_at_a_site_nobody_registered_is_never_charged(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    WorkRecord.objects.create(
        worker=cast.mirai.pk,
        place=Place.objects.create(kind="own").pk,
        work_on=LATER,
        state=State.OFFICIAL,
        reasons=[],
        evidence=0,
        last_tap_at=AT,
    )
    assert book_days(at=AT) == 1


def test_a_day_is_reversed_when_it_stops_and_charged_again_when_it_comes_back(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    for state in (State.OFFICIAL, State.UNLINKED, State.OFFICIAL):
        change(cast.mirai, cast.site, ON, state)
        book_days(at=AT)
    assert [(n, amount) for _, n, amount, _ in ledger()] == [(1, 10), (2, -10), (3, 10)]


def test_a_record_that_is_gone_is_reversed_in_an_open_month_without_any_note(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    record(cast.mirai, cast.site, LATER)
    book_days(at=AT)
    WorkRecord.objects.filter(work_on=LATER).delete()
    assert book_days(at=AT) == 1


def test_a_day_of_a_closed_month_is_booked_in_the_month_that_is_open(cast: Cast) -> None:
    record(cast.mirai, cast.site, SEPTEMBER_DAY, State.UNLINKED)
    close(date(2026, 10, 1))
    change(cast.mirai, cast.site, SEPTEMBER_DAY, State.OFFICIAL)
    book_days(at=AT)
    assert ledger() == [("09-30", 1, 10, "2026-11")]


def test_into_a_closed_month_the_database_lets_nothing(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    book_days(at=AT)
    close(NOVEMBER)
    copied = SiteFeeLine.objects.get()
    copied.pk, copied.n, copied.amount = None, 2, -10
    with pytest.raises(IntegrityError, match="is closed"), transaction.atomic():
        copied.save(force_insert=True)


def test_two_charges_of_one_day_cannot_stand_beside_each_other(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    book_days(at=AT)
    copied = SiteFeeLine.objects.get()
    copied.pk, copied.n = None, 2
    with pytest.raises(IntegrityError, match="site_fee_line_alternates"), transaction.atomic():
        copied.save(force_insert=True)


def test_a_line_of_the_ledger_is_neither_changed_nor_taken_away(cast: Cast, at: datetime) -> None:
    record(cast.mirai, cast.site, ON)
    book_days(at=at)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        SiteFeeLine.objects.update(amount=1)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        SiteFeeLine.objects.all().delete()
