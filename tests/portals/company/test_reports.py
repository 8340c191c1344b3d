"""月次報告 of a site and of the own workers (REPORT-01 to REPORT-09)."""

import io
from datetime import date
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.sites.models import RosterLine
from ccus.domain.work_history.terms import State
from ccus.domain.workers.models import RetirementAid, SamePersonProposal, WorkerAlias
from ccus.domain.workers.terms import Same
from ccus.foundation import clock
from tests.factories import claims, records, seats, sites, workers
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.personas import Cast
from tests.sealed import get_file

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 18)
OWN = "/company/reports/2026-11/own/"


@pytest.fixture
def prime(cast: Cast) -> Client:
    return seats.client_of(seats.seat(cast.sato))


@pytest.fixture
def employer(cast: Cast) -> Client:
    return seats.client_of(seats.seat(cast.takahashi))


@pytest.fixture
def address(cast: Cast) -> str:
    return f"/company/reports/2026-11/sites/{cast.site.number}/"


def words(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def table(client: Client, address: str) -> list[tuple[Any, ...]]:
    """The rows of an Excel file that have a number in front."""
    book = load_workbook(io.BytesIO(get_file(client, address).content))
    return [row for row in book.worksheets[0].iter_rows(values_only=True) if "番号" in row or row.count(1)]


def worked(cast: Cast, *days: date, state: State = State.OFFICIAL) -> None:
    for on in days:
        records.record(cast.mirai, cast.site, on, state, line=cast.line)


def test_the_prime_reads_who_was_there_on_which_day(prime: Client, cast: Cast, address: str) -> None:
    worked(cast, MONDAY, TUESDAY)
    page = words(prime, address)
    assert page.index("高橋鉄筋") < page.index("建設 未来")
    assert 'data-d="16"><span>正</span>' in page
    assert "1人、就業日数 <b>2日</b>" in page


def test_days_that_do_not_count_stand_beside_the_sum(prime: Client, cast: Cast, address: str) -> None:
    worked(cast, MONDAY)
    worked(cast, TUESDAY, state=State.UNLINKED)
    worked(cast, WEDNESDAY, state=State.AWAITING_APPROVAL)
    page = words(prime, address)
    assert "就業日数 <b>2日</b>、ほかの日 1日" in page
    assert "待＝承認待ち（数えません）" in page


def test_a_look_at_the_report_is_traced_for_its_purpose(prime: Client, cast: Cast, address: str) -> None:
    worked(cast, MONDAY)
    words(prime, address)
    trace = DisclosureTrace.objects.get(worker=cast.mirai.pk)
    assert (trace.purpose, set(trace.items)) == ("month_report", {"card", "name", "work_history"})


def test_a_tap_without_a_roster_line_stands_by_kana_in_a_group_of_its_own(
    prime: Client, cast: Cast, address: str
) -> None:
    RosterLine.objects.filter(pk=cast.line.pk).update(superseded_at=clock.now())
    claims.tapped(cast, MONDAY)
    records.record(cast.mirai, cast.site, MONDAY, State.UNLINKED)
    page = words(prime, address)
    assert page.index("事業者が分からない日") < page.index("ケンセツ ミライ")
    assert "建設 未来" not in page


@pytest.mark.parametrize("path", ["2026-12", "2026-13", "x"])
def test_a_month_to_come_has_no_report(path: str, prime: Client, cast: Cast) -> None:
    assert prime.get(f"/company/reports/{path}/sites/{cast.site.number}/").status_code == 404
    assert prime.get(f"/company/reports/{path}/own/").status_code == 404


def test_a_month_without_records_says_so(prime: Client, employer: Client, address: str) -> None:
    assert "この月の記録はありません" in words(prime, address)
    assert "この月の記録はありません" in words(employer, OWN)


def test_only_the_prime_reads_the_report_of_a_site(employer: Client, cast: Cast, address: str) -> None:
    worked(cast, MONDAY)
    for path in (address, f"{address}xlsx/", f"{address}pdf/"):
        assert get_file(employer, path).status_code == 404


def test_a_manager_reads_the_report_of_the_own_site_alone(cast: Cast, address: str) -> None:
    assert seats.client_of(seats.manager_at(cast.site)).get(address).status_code == 200
    assert seats.client_of(seats.seat(cast.sato, Role.SITE_MANAGER)).get(address).status_code == 404


def test_the_employer_reads_days_of_all_sites_under_the_own_firm(employer: Client, cast: Cast) -> None:
    worked(cast, MONDAY)
    other = sites.site(prime=cast.sato)
    records.record(cast.mirai, other, TUESDAY, State.UNLINKED)
    page = words(employer, OWN)
    assert 'data-d="16"><span>正</span>' in page
    assert 'data-d="17"><span>連</span>' in page


def test_what_a_worker_did_under_another_firm_stays_unread(employer: Client, cast: Cast) -> None:
    worked(cast, MONDAY)
    place = sites.site(prime=cast.sato)
    spot = sites.accept(sites.spot(place, cast.suzuki, sites.prime_spot(place)))
    line = sites.roster_line(worker=cast.mirai, member=spot)
    records.record(cast.mirai, place, TUESDAY, line=line)
    assert "1人、就業日数 <b>1日</b>" in words(employer, OWN)
    assert 'data-d="17"' not in words(employer, OWN)


@pytest.mark.parametrize("role", list(Role))
def test_the_own_report_opens_to_whoever_manages_workers(role: Role, cast: Cast) -> None:
    extra = {"unit": seats.unit(cast.takahashi)} if role is Role.TIER else {}
    answer = seats.client_of(seats.seat(cast.takahashi, role, **extra)).get(OWN)
    assert answer.status_code == (200 if role in {Role.CHIEF, Role.TIER} else 403)


def test_excel_has_a_row_a_worker_with_the_firm_and_the_sums(prime: Client, cast: Cast, address: str) -> None:
    worked(cast, MONDAY)
    worked(cast, TUESDAY, state=State.REFUSED)
    head, row = table(prime, f"{address}xlsx/")
    found = dict(zip(head, row, strict=True))
    assert (found["事業者"], found["氏名"], found["16"], found["17"]) == ("高橋鉄筋", "建設 未来", "正", "否")
    assert (found["就業日数"], found["うち正式"], found["ほかの日"]) == (1, 1, 1)


@pytest.mark.parametrize("has_days", [True, False])
def test_the_report_is_a_paper_too_even_an_empty_one(
    has_days: bool, prime: Client, employer: Client, cast: Cast, address: str
) -> None:
    worked(cast, *([MONDAY] if has_days else []))
    for browser, path in ((prime, f"{address}pdf/"), (employer, f"{OWN}pdf/")):
        assert get_file(browser, path).content.startswith(b"%PDF")
    assert get_file(prime, f"{address}docx/").status_code == 404


def test_the_days_for_kentaikyo_are_those_that_count_of_members(employer: Client, cast: Cast) -> None:
    worked(cast, MONDAY, TUESDAY)
    worked(cast, WEDNESDAY, state=State.AWAITING_APPROVAL)
    address = "/company/reports/2026-11/retirement-aid/xlsx/"
    assert len(table(employer, address)) == 1
    since = {"valid_from": BEGAN, "recorded_at": RECORDED_AT, "recorded_by": "system:0"}
    RetirementAid.objects.create(
        worker=cast.mirai, kentaikyo=True, kentaikyo_number="12-345", chutaikyo=False, **since
    )
    head, row = table(employer, address)[:2]
    found = dict(zip(head, row, strict=True))
    assert (found["被共済者番号"], found["就業日数"], found["掛金（円）"]) == ("12-345", 2, 640)


def test_the_overview_leads_to_sites_and_to_the_own_workers(prime: Client, cast: Cast) -> None:
    page = words(prime, "/company/reports/")
    assert OWN in page
    assert f"/company/reports/2026-11/sites/{cast.site.number}/" in page
    assert "見つかりません" in words(prime, "/company/reports/", q="どこにもない")


def test_a_hundred_workers_stand_on_a_page_and_the_others_behind(
    prime: Client, cast: Cast, address: str
) -> None:
    for person in workers.WorkerFactory.create_batch(101):
        line = sites.roster_line(worker=person, member=cast.second_tier)
        records.record(person, cast.site, MONDAY, line=line)
    first, second = prime.get(address), prime.get(address, {"after": "100"})
    assert [len(lines) for _, lines in first.context["groups"]] == [100]
    assert [len(lines) for _, lines in second.context["groups"]] == [1]
    assert second.context["counted"] == 101


def test_a_person_with_two_ids_is_reported_once_by_the_link_of_either(employer: Client, cast: Cast) -> None:
    main = workers.worker(name__official="本人 正", name__kana="ホンニン タダシ")
    said = SamePersonProposal.objects.create(
        kind=Same.MERGE,
        worker=cast.mirai,
        main=main,
        words="同じ人です。",
        proposed_at=RECORDED_AT,
        proposed_by="operator:2",
    )
    WorkerAlias.objects.create(
        worker=cast.mirai,
        main=main,
        proposal=said,
        recorded_at=RECORDED_AT,
        recorded_by="operator:1",
        proposed_by="operator:2",
    )
    records.record(main, sites.site(prime=cast.sato), TUESDAY, State.UNLINKED)
    assert "ホンニン タダシ" in words(employer, OWN)
