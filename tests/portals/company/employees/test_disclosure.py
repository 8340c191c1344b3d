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
ALL, SEVERAL = "/company/disclosure/", "/company/disclosure/several/"


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


def sets(desk: Client, **sent: object) -> Client:
    """What the last page of the way sends, with what the page before it said."""
    page = desk.post(SEVERAL, sent | {"step": "check"}).context["plan"]
    said = {"step": "save", "opened": page.opened, "closed": page.closed}
    assert desk.post(SEVERAL, sent | said).status_code == 302
    return desk


def test_the_employer_opens_an_item_for_everybody_and_closes_it_again(cast: Cast, desk: Client) -> None:
    affiliation(worker=worker(), company=cast.takahashi)
    sets(desk, all=1, trades="open")
    counts = {switch.item: switch.count for switch in desk.get(ALL).context["switches"]}
    assert (counts[Item.TRADES], counts[Item.NAME], opened(cast)) == (2, 0, {Item.TRADES})
    sets(desk, all=1, trades="close")
    assert opened(cast) == set()


def test_the_employer_sets_every_item_of_one_worker_at_once(cast: Cast, desk: Client) -> None:
    one = f"{ALL}{cast.mirai.number}/"
    desk.post(one, {"item": ["name", "trades"]})
    assert opened(cast) == {Item.NAME, Item.TRADES}
    assert desk.get(one).content.decode().count(" checked") == 2
    desk.post(one, {"item": ["trades"], "shown": ["name", "trades"]})
    assert opened(cast) == {Item.TRADES}


def test_an_old_page_of_an_employer_opens_nothing(cast: Cast, desk: Client) -> None:
    one = f"{ALL}{cast.mirai.number}/"
    desk.post(one, {"item": ["name"]})
    answer = desk.post(one, {"item": ["trades"]})
    assert (answer.status_code, opened(cast)) == (422, {Item.NAME})
    assert "別の画面で変わりました" in answer.content.decode()


@pytest.mark.parametrize("item", ["health", "birth_date", "past_employers", "card", "x"])
def test_what_has_no_switch_is_refused_with_a_sentence(item: str, cast: Cast, desk: Client) -> None:
    answer = desk.post(SEVERAL, {"all": 1, item: "open", "step": "check"})
    assert (answer.status_code, opened(cast)) == (422, set())
    assert "変える項目が選ばれていません" in answer.content.decode()


def test_another_company_finds_nobody_of_this_one(cast: Cast) -> None:
    other = client_of(seat(cast.stranger))
    assert other.get(f"{ALL}{cast.mirai.number}/").status_code == 404
    assert other.post(f"{ALL}{cast.mirai.number}/", {"item": "name"}).status_code == 404
    assert opened(cast) == set()
