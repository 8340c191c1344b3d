"""所属技能者の一覧 and the files of it (EMP-03, EMP-08)."""

import csv
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.matrix import MATRIX
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.terms import Relation, Shown
from ccus.domain.workers.terms import Item
from tests.factories.companies import company
from tests.factories.personas import Cast
from tests.factories.seats import client_of, seat, unit
from tests.factories.workers import affiliation, worker
from tests.sealed import get_file

pytestmark = pytest.mark.django_db
LIST = "/company/employees/"
PAGES = (LIST, f"{LIST}requests/", f"{LIST}expiring/", f"{LIST}statistics/", "/company/disclosure/")


@pytest.fixture
def clerk(cast: Cast) -> SeatMe:
    return seat(cast.takahashi)


@pytest.fixture
def desk(clerk: SeatMe) -> Client:
    return client_of(clerk)


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


def test_own_workers_stand_on_the_list_and_nobody_else(cast: Cast, desk: Client) -> None:
    affiliation(worker=worker(name__official="他社 太郎"), company=cast.stranger)
    page = words(desk, LIST)
    assert "建設 未来" in page
    assert "他社 太郎" not in page


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("role", list(Role))
def test_only_roles_with_the_power_open_the_pages(role: Role, address: str, cast: Cast) -> None:
    extra = {"unit": unit(cast.takahashi)} if role is Role.TIER else {}
    answer = client_of(seat(cast.takahashi, role, **extra)).get(address)
    assert answer.status_code == (200 if role in {Role.CHIEF, Role.TIER} else 403)


@pytest.mark.parametrize("address", PAGES)
def test_a_company_without_workers_is_told_what_to_do(address: str) -> None:
    page = words(client_of(seat(company())), address)
    assert 'class="empty"' in page


@pytest.mark.parametrize("typed", ["みらい", "ミライ", "未来", "345678"])
def test_the_list_is_narrowed_by_what_is_typed(typed: str, cast: Cast, desk: Client) -> None:
    affiliation(
        worker=worker(name__official="安全 花子", name__kana="アンゼン ハナコ"), company=cast.takahashi
    )
    page = words(desk, f"{LIST}?q={typed}")
    assert ("建設 未来" in page, "安全 花子" in page) == (True, False)


def test_sixty_workers_stand_on_two_pages(cast: Cast, desk: Client) -> None:
    for _ in range(60):
        affiliation(worker=worker(), company=cast.takahashi)
    first = desk.get(LIST)
    after = first.context["page"].after
    second = desk.get(f"{LIST}?after={after}")
    assert (len(first.context["rows"]), len(second.context["rows"])) == (50, 11)
    assert not {row.number for row in first.context["rows"]} & {row.number for row in second.context["rows"]}


@pytest.mark.parametrize("after", ["x", "99999999999999", "1' or '1'='1"])
def test_a_cursor_that_is_none_begins_anew(after: str, desk: Client) -> None:
    assert "建設 未来" in words(desk, f"{LIST}?after={after}&order=x&trade=x")


def test_one_look_leaves_one_row_a_worker_that_names_the_company(
    cast: Cast, clerk: SeatMe, desk: Client
) -> None:
    desk.get(LIST)
    trace = DisclosureTrace.objects.get()
    assert (trace.worker_id, trace.company, trace.actor_id) == (
        cast.mirai.pk,
        cast.takahashi.pk,
        clerk.seat,
    )


def test_the_files_hold_what_the_page_shows_and_nothing_else(cast: Cast, desk: Client) -> None:
    [head, line] = rows(get_file(desk, f"{LIST}list.csv").content)
    assert (head[0], line[0], line[2]) == ("技能者ID", "12345678901234", "建設 未来")
    assert len(head) == len(line) == 9
    [sheet] = load_workbook(BytesIO(get_file(desk, f"{LIST}list.xlsx").content)).worksheets
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        head,
        [cell or None for cell in line],
    ]


def test_a_file_holds_every_page_of_what_was_sought(cast: Cast, desk: Client) -> None:
    for _ in range(60):
        affiliation(worker=worker(), company=cast.takahashi)
    assert len(rows(get_file(desk, f"{LIST}list.csv").content)) == 62
    assert len(rows(get_file(desk, f"{LIST}list.csv?q=みらい").content)) == 2


def test_what_is_hidden_stays_hidden_in_the_file(
    cast: Cast, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MATRIX[Item.NAME], Relation.EMPLOYER, Shown.NEVER)
    [_, line] = rows(get_file(desk, f"{LIST}list.csv").content)
    assert (line[1], line[2]) == ("ケンセツ ミライ", "非公開")
    assert "建設 未来" not in words(desk, LIST)


def test_a_name_that_a_spreadsheet_would_execute_is_neutral_in_the_file(cast: Cast, desk: Client) -> None:
    affiliation(worker=worker(name__official="=cmd|x", name__kana="アアア"), company=cast.takahashi)
    assert rows(get_file(desk, f"{LIST}list.csv").content)[1][2] == "'=cmd|x"


@pytest.mark.parametrize("address", [f"{LIST}list.exe", f"{LIST}statistics.pdf", f"{LIST}99/", f"{LIST}%00/"])
def test_what_does_not_exist_is_not_found(address: str, desk: Client) -> None:
    assert get_file(desk, address).status_code == 404


def statements(count: int, address: str) -> int:
    clerk = seat(company())
    for _ in range(count):
        affiliation(worker=worker(), company_id=clerk.company)
    desk = client_of(clerk)
    desk.get(address)
    with CaptureQueriesContext(connection) as captured:
        desk.get(address)
    return len(captured)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_forty_costs_as_many_statements_as_of_two(address: str) -> None:
    assert statements(2, address) == statements(40, address)
