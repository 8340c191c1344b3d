"""現場利用料のページ: what a prime reads, who of it may, and the files (USE-11, USE-12)."""

import csv
import io
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.site_fees.booking import book_days
from ccus.domain.site_fees.closing import close_due_months
from ccus.domain.site_fees.models import SiteFeeClose
from ccus.domain.work_history.terms import State
from tests.documents.papers import pages
from tests.domain.companies.branches import Branches
from tests.domain.site_fees.days import AT, NOVEMBER, change, month_of_records, record, sum_months
from tests.factories import seats, sites, workers
from tests.factories.personas import Cast
from tests.sealed import get_file

ON = date(2026, 11, 2)
MONTH, STRANGE = "2026-11", "2026-11-01"


@pytest.fixture
def chief(cast: Cast) -> Client:
    """The 事業者責任者 of 佐藤建設, the prime."""
    return seats.client_of(seats.seat(cast.sato))


@pytest.fixture
def closed(cast: Cast) -> Cast:
    """November is closed: 建設 未来 and five others worked at the site, twenty days each."""
    for worker in (cast.mirai, *(workers.worker(name__official="非公開 花子") for _ in range(5))):
        month_of_records(worker, cast.site, range(1, 21))
    sum_months(NOVEMBER)
    close_due_months(at=AT)
    return cast


def text(client: Client, name: str, *args: str, status: int = 200) -> str:
    response = get_file(client, reverse(f"company:{name}", args=args))
    assert response.status_code == status
    return str(response.content.decode())


def test_without_any_day_the_page_says_what_will_stand_there(chief: Client) -> None:
    shown = text(chief, "site-fees")
    assert "この月の利用料は、まだありません" in shown
    assert "請求は、まだありません" in shown


def test_the_running_month_stands_by_site_with_what_was_taken_back(chief: Client, cast: Cast) -> None:
    month_of_records(cast.mirai, cast.site, range(1, 6))
    book_days(at=AT)
    change(cast.mirai, cast.site, ON, State.UNLINKED)
    book_days(at=AT)
    shown = text(chief, "site-fees")
    assert cast.site.name in shown
    assert "取消し 1日を差し引き" in shown
    assert "40円" in shown
    assert "2026年12月5日に締めます" in shown


def test_an_account_shows_number_sum_and_day_of_payment(chief: Client, closed: Cast) -> None:
    shown = text(chief, "site-fee-month", MONTH)
    for words in (f"202611-{closed.sato.number}", "1,200円", "2027年1月4日", "支払い待ち"):
        assert words in shown


def test_behind_a_site_stands_everybody_with_the_days(chief: Client, closed: Cast) -> None:
    shown = text(chief, "site-fee-site", MONTH, closed.site.number)
    assert "建設 未来" in shown
    assert "11月1・2・3・4・5・6・7・8・9・10・11・12・13・14・15・16・17・18・19・20日" in shown


def test_whom_the_prime_may_not_know_stands_with_kana_and_number(chief: Client, closed: Cast) -> None:
    shown = text(chief, "site-fee-site", MONTH, closed.site.number)
    assert "非公開 花子" not in shown
    assert shown.count("<tr>") == 7


def test_of_whoever_left_there_is_the_number_alone(chief: Client, closed: Cast) -> None:
    withdraw_worker(worker=closed.mirai, by=SYSTEM, at=AT)
    shown = text(chief, "site-fee-site", MONTH, closed.site.number)
    assert "退会した技能者" in shown
    assert "ケンセツ ミライ" not in shown


def test_whose_name_is_shown_reads_that_it_was_looked_at(chief: Client, closed: Cast) -> None:
    text(chief, "site-fee-site", MONTH, closed.site.number)
    trace = DisclosureTrace.objects.get(worker=closed.mirai)
    assert (trace.purpose, sorted(trace.items)) == ("site_fees", ["card", "name", "work_history"])


def test_the_bill_is_a_paper_with_every_day_behind_it(chief: Client, closed: Cast) -> None:
    response = get_file(chief, reverse("company:site-fee-bill", args=[MONTH]))
    whole = "".join(pages(response.content))
    for words in ("現場利用料の請求書", "佐藤建設　御中", "1,200円", "120日", "建設 未来", closed.site.name):
        assert words in whole


def test_a_file_holds_a_row_for_every_day(chief: Client, closed: Cast) -> None:
    response = get_file(chief, reverse("company:site-fee-file", args=[MONTH, "csv"]))
    head, *rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    assert head[-2:] == ["就業日", "金額（円）"]
    assert len(rows) == 120
    assert sum(int(row[-1]) for row in rows) == 1_200
    excel = get_file(chief, reverse("company:site-fee-file", args=[MONTH, "xlsx"]))
    assert excel.content.startswith(b"PK")


@pytest.mark.parametrize("month", ["2026-13", "2019-03", STRANGE, "x"])
def test_a_month_without_anything_is_not_found(chief: Client, month: str) -> None:
    SiteFeeClose.objects.create(month=NOVEMBER, closed_at=AT)
    text(chief, "site-fee-month", month, status=404)
    text(chief, "site-fee-file", month, "csv", status=404)
    text(chief, "site-fee-bill", month, status=404)


def test_another_company_finds_nothing_of_it(closed: Cast) -> None:
    stranger = seats.client_of(seats.seat(closed.stranger))
    assert closed.site.name not in text(stranger, "site-fees")
    text(stranger, "site-fee-month", MONTH, status=404)
    text(stranger, "site-fee-site", MONTH, closed.site.number, status=404)
    text(stranger, "site-fee-bill", MONTH, status=404)


def test_a_manager_of_a_branch_reads_its_sites_and_no_account(firm: Branches, manager: Client) -> None:
    own = sites.site(prime=firm.company, unit=firm.tokyo, name="支店の現場")
    other = sites.site(prime=firm.company, unit=None, name="本社の現場")
    worker = workers.worker()
    record(worker, own, ON)
    record(worker, other, ON)
    book_days(at=AT)
    shown = text(manager, "site-fees")
    assert "支店の現場" in shown
    assert "本社の現場" not in shown
    assert "請求書は、事業者責任者が見られます" in shown
    text(manager, "site-fee-bill", MONTH, status=403)


@pytest.mark.parametrize("role", [Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK])
def test_for_everybody_else_the_fees_stay_closed(cast: Cast, role: Role) -> None:
    text(seats.client_of(seats.seat(cast.sato, role)), "site-fees", status=403)


def test_more_than_a_hundred_people_turn_the_page(chief: Client, cast: Cast) -> None:
    for _ in range(101):
        record(workers.worker(), cast.site, ON)
    book_days(at=AT)
    assert "次の100人" in text(chief, "site-fee-site", MONTH, cast.site.number)
    second = chief.get(reverse("company:site-fee-site", args=[MONTH, cast.site.number]), {"after": "100"})
    assert second.content.decode().count("11月2日") == 1
