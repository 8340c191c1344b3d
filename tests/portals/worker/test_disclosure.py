"""開示設定 › 技能者 (PORTAL-42, DISC-23; guide G13-1 to G13-4)."""

from collections.abc import Collection

import pytest
from django.test import Client

from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor
from ccus.domain.disclosure.actions import set_employers_half
from ccus.domain.disclosure.switches import SWITCHABLE, workers_half
from ccus.domain.disclosure.terms import WORDS
from ccus.domain.workers.terms import Item
from ccus.foundation import clock
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
PAGE, CHANGE = "/worker/disclosure/", "/worker/disclosure/change/"


@pytest.fixture
def mirai() -> cast.Person:
    return cast.settled()


@pytest.fixture
def browser(mirai: cast.Person) -> Client:
    return cast.signed_in(mirai)


def employer_opens(person: cast.Person, company: Company, *items: Item) -> None:
    set_employers_half(
        company=company,
        workers=[person.worker.pk],
        items=items,
        is_open=True,
        by=as_actor(company),
        at=clock.now(),
    )


def own(person: cast.Person) -> Collection[Item]:
    return workers_half([person.worker.pk], on=clock.today()).get(person.worker.pk, frozenset())


def chips(page: str) -> tuple[int, int, int]:
    return page.count("見えています"), page.count("まだ見えません"), page.count("</svg>非開示")


def test_the_menu_and_the_own_data_lead_to_the_settings(browser: Client) -> None:
    page = cast.words(browser.get("/worker/"))
    assert 'href="/worker/disclosure/">開示情報の変更</a>' in page
    assert 'href="/worker/disclosure/"' in page[page.index('id="all"') :]


def test_every_item_is_closed_at_first_and_says_so(browser: Client) -> None:
    page = cast.words(browser.get(PAGE))
    assert chips(page) == (0, 0, len(SWITCHABLE))
    assert "いま、その他事業者に見えている項目は、<b>ありません</b>" in page


def test_what_is_always_and_what_is_never_shown_stands_beside_the_choice(browser: Client) -> None:
    for address in (PAGE, CHANGE):
        answer = browser.get(address)
        page, offered = cast.words(answer), {line.item for line in answer.context["setting"].lines}
        assert f"<dt>いつも見える</dt><dd>{WORDS[Item.CARD]}</dd>" in page
        assert all(words in page for item, words in WORDS.items() if item not in offered)
        assert not offered & {Item.CARD, Item.HEALTH, Item.EMERGENCY, Item.BLOOD, Item.TRACES}


def test_an_opened_item_says_which_employer_is_still_missing(mirai: cast.Person, browser: Client) -> None:
    suzuki, sato = cast.company("鈴木工務店"), cast.company("佐藤建設")
    cast.employ(mirai, suzuki)
    cast.employ(mirai, sato, is_main=False)
    employer_opens(mirai, suzuki, Item.TRADES)
    browser.post(CHANGE, {"item": "trades"})
    page = cast.words(browser.get(PAGE))
    assert "佐藤建設が「開示」にすると、見えます。" in page
    employer_opens(mirai, sato, Item.TRADES)
    assert chips(cast.words(browser.get(PAGE))) == (1, 0, len(SWITCHABLE) - 1)


def test_without_an_employer_an_opened_item_says_that_nobody_sees_it(browser: Client) -> None:
    browser.post(CHANGE, {"item": "trades"})
    page = cast.words(browser.get(PAGE))
    assert "所属事業者がないあいだは、だれにも見えません。" in page
    assert "ありません</b>" in page


def test_each_item_is_opened_and_closed_by_itself(mirai: cast.Person, browser: Client) -> None:
    browser.post(CHANGE, {"item": ["name", "trades"]})
    browser.post(CHANGE, {"item": ["trades"], "shown": ["name", "trades"]})
    assert own(mirai) == {Item.TRADES}
    form = cast.words(browser.get(CHANGE))
    assert 'value="trades" checked' in form
    assert form.count(" checked") == 1


def test_an_old_page_is_told_and_opens_nothing(mirai: cast.Person, browser: Client) -> None:
    browser.post(CHANGE, {"item": "contact"})
    browser.post(CHANGE, {"shown": "contact"})
    answer = browser.post(CHANGE, {"item": ["contact", "name"], "shown": "contact"})
    assert answer.status_code == 422
    assert "別の画面で変わりました" in cast.words(answer)
    assert " checked" not in cast.words(answer)
    assert own(mirai) == frozenset()


def test_leaving_it_as_it_is_keeps_what_is_open(mirai: cast.Person, browser: Client) -> None:
    page = cast.words(browser.get(PAGE))
    assert "このままにする" in page
    assert browser.post(CHANGE).status_code == 302
    assert own(mirai) == frozenset()
    assert "このままにする" not in cast.words(browser.get(PAGE))


def test_an_item_that_cannot_be_chosen_is_left_aside(mirai: cast.Person, browser: Client) -> None:
    browser.post(CHANGE, {"item": ["health", "traces", "nothing", "trades"]})
    assert own(mirai) == {Item.TRADES}
