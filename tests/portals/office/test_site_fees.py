"""現場利用料の月締め in the office, and a bill in the ledger (USE-10, USE-13)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ccus.domain.accounts.terms import Duty
from ccus.domain.fees.models import Charge
from ccus.domain.site_fees.closing import close_due_months
from ccus.domain.site_fees.models import SiteFeeClose
from ccus.domain.site_fees.reading import bill_of
from tests.domain.site_fees.days import AT, NOVEMBER, month_of_records, sum_months
from tests.factories import officers, workers
from tests.factories.personas import Cast
from tests.portals.worker.cast import words

PAGE = "/office/site-fees/"


@pytest.fixture
def number(cast: Cast) -> str:
    """The number of a bill of 1,200 yen."""
    for _ in range(6):
        month_of_records(workers.worker(), cast.site, range(1, 21))
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    bill = bill_of(cast.sato.pk, NOVEMBER)
    assert bill is not None
    return bill.number


def test_before_anything_is_closed_the_office_reads_what_comes(desk: Client) -> None:
    page = words(desk.get(PAGE))
    assert "締めた月は、まだありません" in page
    assert "次は2026年11月です。2026年12月5日からあとの夜に" in page


def test_a_closing_stands_with_its_bills_and_the_days_counted_anew(desk: Client, number: str) -> None:
    page = words(desk.get(PAGE))
    for said in ("2026年11月", "1,200円", "120日", "一致"):
        assert said in page


def test_a_closing_whose_count_differs_is_marked(desk: Client, db: None) -> None:
    SiteFeeClose.objects.create(
        month=NOVEMBER, closed_at=AT, finished_at=AT, official_days=12, charged_days=10
    )
    page = words(desk.get(PAGE))
    assert "一致しません" in page
    assert "差 2日" in page


def test_a_bill_is_found_in_the_ledger_by_its_number(desk: Client, number: str) -> None:
    owed = Charge.objects.get()
    assert number in words(desk.get("/office/fees/"))
    for typed in (number, number.replace("-", "")):
        answer = desk.get("/office/fees/", {"number": typed})
        assert answer.headers["Location"] == f"/office/fees/{owed.pk}/"


def test_a_bill_is_paid_by_the_bank_s_file_with_its_number(desk: Client, number: str) -> None:
    Charge.objects.get()
    rows = f"申請番号,金額,入金日\n{number},1200,2026-11-20"
    sent = SimpleUploadedFile("bank.csv", rows.encode())
    page = words(desk.post("/office/fees/bank-file/", {"file": sent}))
    assert "請求した日（2026年12月5日）より前です" in page


def test_for_officers_of_other_duties_the_closings_stay_closed(db: None) -> None:
    other = officers.client_of(officers.officer(Duty.REVIEW))
    assert other.get(PAGE).status_code == 403
