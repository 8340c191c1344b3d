"""技能者の検索: criteria, results with what is open, the rest of the day, and whoever was found (SEEK)."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.test import Client

from ccus.domain.companies.models import Company, CompanyTerm
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.searching.models import SearchDay, SearchShown
from ccus.domain.workers.terms import Item
from tests.domain.searching.world import AT, TRADE, hand, holds, lives_in
from tests.factories.companies import company
from tests.factories.seats import client_of, seat, unit
from tests.factories.workers import affiliation

pytestmark = pytest.mark.django_db
SEARCH = "/company/search/workers/"


@pytest.fixture
def looker() -> Company:
    return company()


@pytest.fixture
def desk(looker: Company) -> Client:
    return client_of(seat(looker))


def page(desk: Client, status: int = 200, **criteria: object) -> str:
    answer = desk.get(f"{SEARCH}?{urlencode(criteria)}")
    assert answer.status_code == status
    return answer.content.decode()


def spend(looker: Company, *, searches: int = 0, workers: int = 0) -> None:
    """A day on which so much is left."""
    SearchDay.objects.create(company=looker, on=AT.date(), searches_most=searches, workers_most=workers)


def test_the_page_without_criteria_explains_and_searches_nothing(desk: Client) -> None:
    assert "あと60回（1日60回）" in page(desk)
    assert SearchDay.objects.count() == 0


def test_above_the_results_a_link_leads_to_the_criteria_below_them(desk: Client) -> None:
    assert "#criteria" not in page(desk)
    before, _, behind = page(desk, trade=TRADE).partition('id="results"')
    assert 'href="#criteria">条件を変える</a>' in before
    assert 'id="criteria">条件を変える</h2>' in behind


def test_what_is_closed_says_so_where_it_was_asked(desk: Client) -> None:
    lives_in(hand(), "27")
    words = page(desk, trade=TRADE, prefecture="13")
    assert "タカハシ イチロウ" in words
    assert "非公開の条件がある" in words
    assert "髙橋 一郎" not in words
    assert "大阪府" not in words.split('id="criteria"')[0]


def test_whoever_answers_to_everything_stands_with_name_and_answer(desk: Client) -> None:
    one = hand(Item.NAME, Item.CONTACT, Item.QUALIFICATIONS)
    lives_in(one, "13")
    holds(one, "S0001")
    words = page(desk, trade=TRADE, prefecture="13", qualification="S0001")
    assert all(said in words for said in ("髙橋 一郎", "東京都", "あり", "条件のすべてに合う"))


def test_everybody_on_the_page_leaves_a_row_of_the_list_and_the_opened_one_another(desk: Client) -> None:
    one, other = hand(), hand()
    page(desk, trade=TRADE)
    desk.get(f"{SEARCH}{one.number}/")
    rows = DisclosureTrace.objects.order_by("pk").values_list("worker", "purpose", "relation")
    assert set(rows[:2]) == {(one.pk, "found", "other"), (other.pk, "found", "other")}
    assert list(rows[2:]) == [(one.pk, "search", "other")]


def test_somebody_whom_no_search_of_today_showed_is_searched_for_first(desk: Client, looker: Company) -> None:
    one = hand()
    for number in (one.number, "99999999999999"):
        answer = desk.get(f"{SEARCH}{number}/")
        assert (answer.status_code, answer["Location"]) == (302, f"{SEARCH}?number={number}")
    assert not DisclosureTrace.objects.exists()


def test_a_number_beside_what_is_opened_does_not_ask_without_a_row(desk: Client) -> None:
    one = hand(Item.CONTACT)
    lives_in(one, "27")
    assert "タカハシ イチロウ" in page(desk, number=one.number, prefecture="13")
    assert DisclosureTrace.objects.get().purpose == "found"


def test_whoever_was_shown_is_not_opened_once_the_registration_is_over(desk: Client, looker: Company) -> None:
    one = hand(Item.NAME)
    page(desk, trade=TRADE)
    ended = {"valid_until": AT.date(), "valid_from": date(2019, 4, 1)}
    CompanyTerm.objects.create(company=looker, recorded_at=AT, recorded_by="system:0", **ended)
    answer = desk.get(f"{SEARCH}{one.number}/")
    assert (answer.status_code, answer["Location"]) == (302, f"{SEARCH}?number={one.number}")
    assert "有効期限" in page(desk, status=422, number=one.number)


def test_whoever_was_found_is_shown_as_others_see_one(desk: Client) -> None:
    one = hand(Item.CONTACT)
    lives_in(one, "27")
    page(desk, number=one.number)
    words = desk.get(f"{SEARCH}{one.number}/").content.decode()
    assert "大阪府" in words
    assert "氏名・顔写真" in words.split('id="seen-hidden"')[1]
    assert "髙橋 一郎" not in words


def test_an_own_worker_is_shown_as_the_employer_sees_one_and_costs_nothing(
    desk: Client, looker: Company
) -> None:
    hand(at=looker)
    words = page(desk, trade=TRADE)
    assert "髙橋 一郎" in words
    assert "自社の所属" in words
    assert not SearchShown.objects.exists()


def test_when_the_searches_are_spent_the_page_says_when_they_begin_anew(
    desk: Client, looker: Company
) -> None:
    spend(looker)
    hand()
    words = page(desk, status=422, trade=TRADE)
    assert "1日の上限（0回）" in words
    assert "0時に、はじめに戻ります" in words
    assert "03-6386-3725" in words
    assert "タカハシ" not in words


def test_when_the_workers_are_spent_nobody_new_stands_on_the_page(desk: Client, looker: Company) -> None:
    spend(looker, searches=9)
    hand()
    words = page(desk, trade=TRADE)
    assert "今日見られる人数が、上限" in words
    assert "タカハシ" not in words
    assert not DisclosureTrace.objects.exists()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"prefecture": "13"}, "さがす条件が足りません"),
        ({"kana": "タ"}, "2文字以上"),
        ({"number": "123"}, "技能者ID"),
        ({"trade": "99-99"}, "一覧にない"),
        ({"trade": TRADE, "born_from": "1990", "born_until": "1980"}, "前後を確かめて"),
    ],
)
def test_what_cannot_be_searched_for_is_said_beside_its_field(
    asked: dict[str, str], told: str, desk: Client
) -> None:
    words = page(desk, status=422, **asked)
    assert told in words
    assert 'aria-invalid="true"' in words


def test_numbers_stand_beside_choices_and_lead_to_the_narrower_search(desk: Client) -> None:
    for _ in range(21):
        lives_in(hand(Item.CONTACT), "13")
    lives_in(hand(Item.CONTACT), "27")
    words = page(desk, trade=TRADE)
    assert "東京都<span" in words
    assert "（21人）" in words
    assert f"trade={TRADE}&amp;prefecture=13" in words
    assert "大阪府<span" not in words
    assert "どれも5人未満" in words


def test_five_pages_of_one_search_are_shown_and_no_more(desk: Client, looker: Company) -> None:
    firm = company()
    crew = [hand(at=firm) for _ in range(101)]
    for one in crew:
        affiliation(worker=one, company=looker, is_main=False)
    assert "page=2" in page(desk, trade=TRADE)
    last = page(desk, trade=TRADE, page=5)
    assert "100人までです" in last
    assert "page=6" not in last
    assert "1ページ目" in page(desk, trade=TRADE, page=6)


@pytest.mark.parametrize("role", list(Role))
def test_only_roles_with_the_power_search_for_workers(role: Role, looker: Company) -> None:
    extra = {"unit": unit(looker)} if role is Role.TIER else {}
    answer = client_of(seat(looker, role, **extra)).get(SEARCH)
    assert answer.status_code == (200 if role in {Role.CHIEF, Role.TIER} else 403)


def test_there_is_no_file_of_the_results(desk: Client) -> None:
    hand()
    words = page(desk, trade=TRADE)
    assert "download" not in words
    assert ".csv" not in words
