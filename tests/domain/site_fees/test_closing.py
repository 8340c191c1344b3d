"""月締めと精算: once a month, billed or carried on, told to the prime (USE-07 to USE-10, USE-13)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.models import Seat
from ccus.domain.fees.actions import record_payment
from ccus.domain.fees.models import Charge
from ccus.domain.notices.models import Notice
from ccus.domain.site_fees.actions import AlreadyBilled, MonthNotDue, close_month, settle_month
from ccus.domain.site_fees.booking import book_days
from ccus.domain.site_fees.closing import close_due_months
from ccus.domain.site_fees.models import SiteFeeBill, SiteFeeClose
from ccus.domain.site_fees.reading import bill_of, closes
from ccus.domain.work_history.terms import State
from tests.domain.site_fees.days import (
    AT,
    DECEMBER,
    NOVEMBER,
    after,
    change,
    ledger,
    month_of_records,
    record,
    sum_months,
)
from tests.factories import seats, sites, workers
from tests.factories.personas import Cast, firm
from tests.factories.seats import SeatFactory

ON = date(2026, 11, 2)
MARCH = date(2027, 3, 1)


def crew(cast: Cast, people: int, days: int = 20) -> None:
    """So many people, each on the first `days` days of November."""
    for _ in range(people):
        month_of_records(workers.worker(), cast.site, range(1, days + 1))


def bills() -> list[tuple[str, int, int, int, int]]:
    shown = SiteFeeBill.objects.order_by("month", "company")
    return [(f"{b.month:%Y-%m}", b.carried, b.booked, b.billed, b.carried_on) for b in shown]


def test_a_month_is_billed_to_the_prime_with_a_charge_due_in_thirty_days(cast: Cast) -> None:
    crew(cast, 6)
    sum_months(NOVEMBER)
    assert close_due_months(at=AT) == (NOVEMBER,)
    bill = bill_of(cast.sato.pk, NOVEMBER)
    assert bill is not None
    assert bill.charge is not None
    assert (bill.days, bill.billed, bill.number) == (120, 1_200, f"202611-{cast.sato.number}")
    assert (bill.charge.amount, bill.charge.payer) == (1_200, f"company:{cast.sato.pk}")
    assert bill.charge.due_on == date(2027, 1, 4)


def test_before_the_fifth_nothing_is_closed(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    sum_months(NOVEMBER)
    assert close_due_months(at=AT - timedelta(days=1)) == ()
    with pytest.raises(MonthNotDue, match="2026年12月5日からあとに"):
        close_month(month=NOVEMBER, by=SYSTEM, at=AT - timedelta(days=1))


def test_a_month_whose_sums_do_not_stand_yet_waits(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    assert close_due_months(at=AT) == ()


def test_months_are_closed_in_their_order_each_once(cast: Cast) -> None:
    record(cast.mirai, cast.site, date(2026, 10, 1))
    sum_months(date(2026, 10, 1), NOVEMBER)
    with pytest.raises(MonthNotDue, match="最初の月から、順に"):
        close_month(month=NOVEMBER, by=SYSTEM, at=AT)
    assert close_due_months(at=AT) == (date(2026, 10, 1), NOVEMBER)
    assert close_due_months(at=AT) == ()


def test_a_small_sum_is_carried_on_until_it_is_reached(cast: Cast) -> None:
    month_of_records(cast.mirai, cast.site, range(1, 21))
    sum_months(NOVEMBER, DECEMBER)
    close_due_months(at=AT)
    crew_of_december = [workers.worker() for _ in range(5)]
    for worker in crew_of_december:
        month_of_records(worker, cast.site, range(1, 21), DECEMBER)
    close_due_months(at=after(DECEMBER))
    assert bills() == [("2026-11", 0, 200, 0, 200), ("2026-12", 200, 1_000, 1_200, 0)]
    assert Charge.objects.count() == 1


def test_in_march_whatever_was_carried_is_billed_even_without_a_new_day(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    months = [NOVEMBER, DECEMBER, date(2027, 1, 1), date(2027, 2, 1), MARCH]
    sum_months(*months)
    close_due_months(at=after(MARCH))
    assert bills()[-1] == ("2027-03", 10, 0, 10, 0)
    assert len(bills()) == 5


def test_what_was_charged_too_much_comes_back_as_a_credit(cast: Cast) -> None:
    crew(cast, 5)
    record(cast.mirai, cast.site, ON)
    sum_months(NOVEMBER, DECEMBER)
    close_due_months(at=AT)
    change(cast.mirai, cast.site, ON, State.UNLINKED)
    close_due_months(at=after(DECEMBER))
    assert bills() == [("2026-11", 0, 1_010, 1_010, 0), ("2026-12", 0, -10, 0, -10)]
    assert ledger()[-1] == ("11-20", 1, 10, "2026-11")


def test_the_prime_is_told_once_with_number_sum_and_day(cast: Cast) -> None:
    chief = seats.seat(cast.sato)
    crew(cast, 5)
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    told = Notice.objects.get(account=chief.account)
    assert told.title == "2026年11月の現場利用料の請求書ができました"
    assert "1,000円（税込み）" in told.body
    assert "2027年1月4日" in told.body


def test_a_prime_has_one_account_of_a_month(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    with pytest.raises(AlreadyBilled):
        settle_month(company=cast.sato, month=NOVEMBER, by=SYSTEM, at=AT)


def test_each_prime_pays_for_its_own_sites_alone(cast: Cast) -> None:
    other = sites.site()
    crew(cast, 5)
    record(cast.mirai, other, ON)
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    billed = dict(SiteFeeBill.objects.values_list("company", "booked"))
    assert billed == {cast.sato.pk: 1_000, other.prime_id: 10}


def test_the_office_reads_what_was_counted_anew_beside_the_ledger(cast: Cast) -> None:
    crew(cast, 5)
    record(cast.mirai, cast.site, ON, State.UNLINKED)
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    (close,) = closes()
    assert (close.official_days, close.charged_days, close.differs_by) == (100, 100, 0)
    assert (close.bills, close.amount, close.is_finished) == (1, 1_000, True)


def test_a_run_that_was_interrupted_is_finished_by_the_next(cast: Cast) -> None:
    crew(cast, 5)
    sum_months(NOVEMBER)
    book_days(at=AT)
    close_month(month=NOVEMBER, by=SYSTEM, at=AT)
    assert close_due_months(at=AT) == ()
    assert [bill[3] for bill in bills()] == [1_000]
    assert closes()[0].is_finished


def test_a_bill_is_paid_like_every_other_charge(cast: Cast) -> None:
    crew(cast, 5)
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    owed = Charge.objects.get()
    record_payment(charge_id=owed.pk, paid_on=date(2026, 12, 5), by=SYSTEM, at=AT)
    bill = bill_of(cast.sato.pk, NOVEMBER)
    assert bill is not None
    assert bill.charge is not None
    assert bill.charge.paid_on == date(2026, 12, 5)


def test_nobody_but_the_office_closes_or_settles(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        close_month(month=NOVEMBER, by=firm(cast.sato), at=at)
    with pytest.raises(NotAllowed):
        settle_month(company=cast.sato, month=NOVEMBER, by=firm(cast.sato), at=at)


def test_a_month_that_is_not_closed_is_not_settled(cast: Cast) -> None:
    with pytest.raises(MonthNotDue, match="先に締めてください"):
        settle_month(company=cast.sato, month=NOVEMBER, by=SYSTEM, at=AT)


def test_accounts_and_closings_stay_as_they_were_said(cast: Cast) -> None:
    record(cast.mirai, cast.site, ON)
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    with pytest.raises(DatabaseError), transaction.atomic():
        SiteFeeBill.objects.update(billed=5)
    with pytest.raises(DatabaseError), transaction.atomic():
        SiteFeeClose.objects.update(month=DECEMBER)
    with pytest.raises(DatabaseError), transaction.atomic():
        SiteFeeClose.objects.update(official_days=0)


def test_a_fault_with_one_prime_holds_up_nobody_else(cast: Cast) -> None:
    other = sites.site()
    seat = SeatFactory.create(company=cast.sato, mail="two@example.jp, addresses@example.jp")
    crew(cast, 5)
    month_of_records(cast.mirai, other, range(1, 21))
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    assert list(SiteFeeBill.objects.values_list("company", flat=True)) == [other.prime_id]
    assert not closes()[0].is_finished
    Seat.objects.filter(pk=seat.pk).update(mail="")
    close_due_months(at=AT)
    assert SiteFeeBill.objects.count() == 2
    assert closes()[0].is_finished
