"""開示設定 of a company (guide G13-5, DISC-20)."""

import pytest
from django.test import Client

from ccus.domain.disclosure.switches import SWITCHABLE, employers_half
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import today
from tests.factories.personas import Cast
from tests.factories.seats import client_of, seat
from tests.factories.workers import affiliation, worker

pytestmark = pytest.mark.django_db
ALL = "/company/disclosure/"


@pytest.fixture
def desk(cast: Cast) -> Client:
    return client_of(seat(cast.takahashi))


def opened(cast: Cast) -> set[Item]:
    found = employers_half(cast.takahashi.pk, [cast.mirai.pk], on=today())
    return set(found.get(cast.mirai.pk, ()))


def test_the_menu_leads_to_the_settings_of_own_workers(desk: Client) -> None:
    page = desk.get("/company/").content.decode()
    menu = page[page.index("開示設定") :]
    assert 'href="/company/disclosure/"' in menu
    assert "所属技能者" in menu


def test_everything_is_closed_at_first(desk: Client) -> None:
    answer = desk.get(ALL)
    assert [switch.count for switch in answer.context["switches"]] == [0] * len(SWITCHABLE)
    assert "すべて非開示" in answer.content.decode()


def test_the_employer_opens_an_item_for_everybody_and_closes_it_again(cast: Cast, desk: Client) -> None:
    affiliation(worker=worker(), company=cast.takahashi)
    assert desk.post(ALL, {"item": "trades", "act": "open"}).status_code == 302
    counts = {switch.item: switch.count for switch in desk.get(ALL).context["switches"]}
    assert (counts[Item.TRADES], counts[Item.NAME], opened(cast)) == (2, 0, {Item.TRADES})
    desk.post(ALL, {"item": "trades", "act": "close"})
    assert opened(cast) == set()


def test_the_employer_sets_every_item_of_one_worker_at_once(cast: Cast, desk: Client) -> None:
    one = f"{ALL}{cast.mirai.number}/"
    desk.post(one, {"item": ["name", "trades"]})
    assert opened(cast) == {Item.NAME, Item.TRADES}
    assert desk.get(one).content.decode().count(" checked") == 2
    desk.post(one, {"item": ["trades"]})
    assert opened(cast) == {Item.TRADES}


@pytest.mark.parametrize("item", ["", "health", "birth_date", "past_employers", "card", "x"])
def test_what_has_no_switch_is_refused_with_a_sentence(item: str, cast: Cast, desk: Client) -> None:
    answer = desk.post(ALL, {"item": item, "act": "open"})
    assert (answer.status_code, opened(cast)) == (422, set())
    assert "選ばれていません" in answer.content.decode()


def test_another_company_finds_nobody_of_this_one(cast: Cast) -> None:
    other = client_of(seat(cast.stranger))
    assert other.get(f"{ALL}{cast.mirai.number}/").status_code == 404
    assert other.post(f"{ALL}{cast.mirai.number}/", {"item": "name"}).status_code == 404
    assert opened(cast) == set()
