"""見え方の確認 and 設定の記録 of the worker (DISC-24, DISC-25, DISC-27)."""

import pytest
from django.test import Client

from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor
from ccus.domain.disclosure.actions import set_employers_half
from ccus.domain.disclosure.models import DisclosureSwitch, DisclosureTrace
from ccus.domain.disclosure.preview import ASKED
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.switches import SWITCHABLE
from ccus.domain.disclosure.terms import WORDS, Purpose, Relation
from ccus.domain.workers.terms import Item
from ccus.foundation import clock
from ccus.ui.seen import seen_worker
from tests.factories.seats import client_of, seat
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
PAGE, CHANGE, RECORD = "/worker/disclosure/", "/worker/disclosure/change/", "/worker/disclosure/record/"
OTHERS = "/worker/disclosure/preview/other/"
LONG = "株式会社" + "東京湾岸鉄筋工業" * 4 + "東京支店"


@pytest.fixture
def mirai() -> cast.Person:
    return cast.settled()


@pytest.fixture
def browser(mirai: cast.Person) -> Client:
    return cast.signed_in(mirai)


def employer_sets(person: cast.Person, company: Company, *items: Item, is_open: bool = True) -> None:
    set_employers_half(
        company=company,
        workers=[person.worker.pk],
        items=items,
        is_open=is_open,
        by=as_actor(company),
        at=clock.now(),
    )


def employed(person: cast.Person, name: str = "鈴木工務店", *, opens: bool = True) -> Company:
    employer = cast.company(name)
    cast.employ(person, employer)
    employer_sets(person, employer, *(SWITCHABLE if opens else ()))
    return employer


def test_the_settings_lead_to_the_preview_and_to_the_record(browser: Client) -> None:
    page = cast.words(browser.get(PAGE))
    assert f'href="{OTHERS}"' in page
    assert f'href="{RECORD}"' in page


@pytest.mark.parametrize("relation", Relation)
def test_every_kind_of_viewer_has_a_page_that_leaves_no_row(relation: Relation, browser: Client) -> None:
    answer = browser.get(f"/worker/disclosure/preview/{relation.value}/")
    assert answer.status_code == 200
    assert answer.context["viewer"].relation is relation
    assert not DisclosureTrace.objects.exists()


def test_with_nothing_opened_others_see_the_card_and_nothing_else(browser: Client) -> None:
    answer = browser.get(OTHERS)
    page = cast.words(answer)
    assert "ケンセツ ミライ" in page
    assert "ほかに見える情報は、ありません。" in page
    assert set(answer.context["view"].hidden) == {WORDS[item] for item in Item} - {
        WORDS[Item.CARD],
        WORDS[Item.TRACES],
    }


def test_the_page_shows_what_a_company_that_searches_is_given(mirai: cast.Person, browser: Client) -> None:
    employed(mirai)
    browser.post(CHANGE, {"item": ["name", "trades"]})
    searcher = as_actor(cast.company("探す会社"))
    seen = worker_as_seen_by(searcher, mirai.worker.pk, purpose=Purpose.SEARCH, at=clock.now(), items=ASKED)
    assert browser.get(OTHERS).context["view"] == seen_worker(seen, asked=ASKED, sums={})


def test_what_is_ticked_and_not_saved_is_previewed_without_writing(
    mirai: cast.Person, browser: Client
) -> None:
    employed(mirai)
    rows = DisclosureSwitch.objects.count()
    answer = browser.post(OTHERS, {"item": ["name", "health"], "shown": []})
    assert "まだ保存していません。" in cast.words(answer)
    assert answer.context["view"].name == "建設 未来"
    assert WORDS[Item.HEALTH] in answer.context["view"].hidden
    assert DisclosureSwitch.objects.count() == rows


def test_the_preview_of_a_choice_saves_it_or_goes_back_with_it(mirai: cast.Person, browser: Client) -> None:
    employed(mirai)
    page = cast.words(browser.post(OTHERS, {"item": ["name"]}))
    assert page.count('<input type="hidden" name="item" value="name">') == 2  # save, and other viewers
    again = browser.post(CHANGE, {"item": ["name"], "act": "again"})
    assert 'value="name" checked' in cast.words(again)
    assert browser.get(OTHERS).context["view"].name == ""
    assert browser.post(CHANGE, {"item": ["name"]}).status_code == 302
    assert browser.get(OTHERS).context["view"].name == "建設 未来"


def test_a_choice_that_an_employer_keeps_closed_is_not_shown(mirai: cast.Person, browser: Client) -> None:
    employed(mirai)
    second = cast.company("佐藤建設")
    cast.employ(mirai, second, is_main=False)
    answer = browser.post(OTHERS, {"item": ["name"]})
    assert answer.context["view"].name == ""
    assert "まだ見えない項目</b><br>氏名・顔写真<br>" in cast.words(answer)


def test_the_employers_of_today_are_named_with_the_days_they_see(mirai: cast.Person, browser: Client) -> None:
    employed(mirai, LONG, opens=False)
    page = cast.words(browser.get("/worker/disclosure/preview/employer/"))
    assert "今、こう見える会社" in page
    assert f"<b>{LONG}</b>" in page
    assert "働いた日の記録は、ありません。" in page


def test_without_an_employer_the_page_says_that_nobody_sees_so(browser: Client) -> None:
    for viewer in ("employer", "site"):
        page = cast.words(browser.get(f"/worker/disclosure/preview/{viewer}/"))
        assert "今、こう見える会社は、ありません。" in page


@pytest.mark.parametrize("viewer", ["nobody", "0", "OTHER", "１"])
def test_a_viewer_that_does_not_exist_has_no_page(viewer: str, browser: Client) -> None:
    assert browser.get(f"/worker/disclosure/preview/{viewer}/").status_code == 404


def test_the_record_says_who_opened_and_closed_what(mirai: cast.Person, browser: Client) -> None:
    assert "まだ何も変わっていません" in cast.words(browser.get(RECORD))
    employer = employed(mirai, LONG, opens=False)
    browser.post(CHANGE, {"item": ["name", "trades"]})
    employer_sets(mirai, employer, Item.NAME)
    page = cast.words(browser.get(RECORD))
    assert "<b>あなた</b>が、開示にしました。" in page
    assert f"<b>{LONG}</b>が、開示にしました。" in page
    assert "氏名・顔写真、職種・経験" in page


def test_a_record_page_further_back_says_so_when_it_is_empty(browser: Client) -> None:
    assert "これより前の記録はありません" in cast.words(browser.get(f"{RECORD}?before=1"))
    assert "まだ何も変わっていません" in cast.words(browser.get(f"{RECORD}?before=x"))


@pytest.mark.parametrize(
    "opened", [(), (Item.NAME, Item.TRADES), (Item.CONTACT, Item.WORK_HISTORY), SWITCHABLE]
)
def test_the_page_of_a_found_worker_is_the_page_that_was_previewed(
    opened: tuple[Item, ...], mirai: cast.Person, browser: Client
) -> None:
    employed(mirai)
    browser.post(CHANGE, {"item": [item.value for item in opened]})
    desk = client_of(seat(cast.company("探す会社")))
    assert desk.get("/company/search/workers/", {"number": mirai.number}).status_code == 200
    found = desk.get(f"/company/search/workers/{mirai.number}/").context
    previewed = browser.get(OTHERS).context
    assert found["view"] == previewed["view"]


def test_what_waits_for_the_employer_names_it_before_and_after_the_choice(
    mirai: cast.Person, browser: Client
) -> None:
    employed(mirai, "鈴木工務店", opens=False)
    cast.employ(mirai, cast.company("佐藤建設"), is_main=False)
    words = "鈴木工務店と佐藤建設も「開示」にすると、見えます。"
    assert words in cast.words(browser.get(CHANGE))
    assert words in cast.words(browser.post(OTHERS, {"item": "trades"}))
