"""一人の登録情報, its pictures, and the end of 所属."""

import pytest
from django.test import Client

from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.workers.models import Affiliation
from tests.factories.companies import company
from tests.factories.marked import MARKS, Marked, marked_worker
from tests.factories.seats import client_of, seat
from tests.sealed import get_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def marked() -> Marked:
    return marked_worker()


@pytest.fixture
def desk(marked: Marked) -> Client:
    return client_of(seat(marked.employer))


def page_of(marked: Marked) -> str:
    return f"/company/employees/{marked.worker.number}/"


def test_the_employer_reads_every_block_but_past_employers(marked: Marked, desk: Client) -> None:
    page = desk.get(page_of(marked)).content.decode()
    shown = (
        "刻印町",
        "刻印の緊急の人",
        "刻印資格番号",
        "刻印研修",
        "刻印共済番号",
        "刻印工業",
        "1953年2月3日",
    )
    assert [mark for mark in shown if mark not in page] == []
    assert not [mark for marks in list(MARKS.values())[-1:] for mark in marks if mark in page]


def test_a_look_at_one_worker_and_the_pictures_is_one_row(marked: Marked, desk: Client) -> None:
    desk.get(page_of(marked))
    answers = [get_file(desk, f"{page_of(marked)}images/{key}/") for key in marked.pictures]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert DisclosureTrace.objects.count() == 1


def test_nobody_of_another_company_finds_page_picture_or_end(marked: Marked) -> None:
    desk = client_of(seat(company()))
    assert desk.get(page_of(marked)).status_code == 404
    assert get_file(desk, f"{page_of(marked)}images/{marked.pictures[0]}/").status_code == 404
    assert desk.post(f"{page_of(marked)}end/", {"last_on": "2026-11-30"}).status_code == 404


def test_the_employer_ends_a_link_with_its_last_day(marked: Marked, desk: Client) -> None:
    answer = desk.post(f"{page_of(marked)}end/", {"last_on": "2026年11月30日"})
    assert answer.status_code == 302
    standing = Affiliation.objects.get(worker=marked.worker, company=marked.employer, superseded_at=None)
    assert str(standing.valid_until) == "2026-12-01"


@pytest.mark.parametrize("typed", ["", "きのう", "2019-01-01"])
def test_a_last_day_that_cannot_be_is_said_at_the_field(typed: str, marked: Marked, desk: Client) -> None:
    answer = desk.post(f"{page_of(marked)}end/", {"last_on": typed})
    assert answer.status_code == 422
    assert 'id="id_last_on_error"' in answer.content.decode()
