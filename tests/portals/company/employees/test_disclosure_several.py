"""開示設定 of several own workers, 見え方の確認, 設定の記録, newcomers (DISC-24 to DISC-27)."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from ccus.domain.audit.models import Event
from ccus.domain.disclosure.actions import choose_own_half, set_employers_half
from ccus.domain.disclosure.models import DisclosureSwitch, DisclosureTrace
from ccus.domain.disclosure.preview import ASKED
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.switches import employers_half
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import today
from ccus.ui.seen import seen_worker
from tests.factories.personas import Cast, firm, person
from tests.factories.records import record
from tests.factories.seats import client_of, seat
from tests.factories.workers import affiliation, worker

pytestmark = pytest.mark.django_db
ALL, SEVERAL = "/company/disclosure/", "/company/disclosure/several/"


@pytest.fixture
def desk(cast: Cast) -> Client:
    return client_of(seat(cast.takahashi))


@pytest.fixture
def crew(cast: Cast) -> list[Worker]:
    """Three own workers; of the first the trades are open."""
    crew = [cast.mirai, worker(name__official="亜" * 40), worker()]
    for one in crew[1:]:
        affiliation(worker=one, company=cast.takahashi)
    return crew


def opens(cast: Cast, at: datetime, *items: Item) -> None:
    set_employers_half(
        company=cast.takahashi,
        workers=[cast.mirai.pk],
        items=items,
        is_open=True,
        by=firm(cast.takahashi),
        at=at,
    )


def halves(cast: Cast, crew: list[Worker]) -> list[set[Item]]:
    found = employers_half(cast.takahashi.pk, [one.pk for one in crew], on=today())
    return [set(found.get(one.pk, ())) for one in crew]


def numbers(crew: list[Worker]) -> list[str]:
    return [one.number for one in crew]


def test_the_page_before_says_how_many_of_how_many_it_changes(
    cast: Cast, crew: list[Worker], desk: Client, at: datetime
) -> None:
    opens(cast, at, Item.TRADES, Item.NAME)
    sent = {"worker": numbers(crew), "trades": "open", "name": "close", "step": "check"}
    answer = desk.post(SEVERAL, sent)
    assert (
        "3人の設定が変わります。開示にするものが2件、非開示にするものが1件です。" in answer.content.decode()
    )
    assert halves(cast, crew) == [{Item.TRADES, Item.NAME}, set(), set()]


def test_what_was_confirmed_is_set_for_whom_it_was_chosen(
    cast: Cast, crew: list[Worker], desk: Client
) -> None:
    sent = {"worker": numbers(crew[:2]), "trades": "open", "step": "save", "opened": 2, "closed": 0}
    assert desk.post(SEVERAL, sent).status_code == 302
    assert halves(cast, crew) == [{Item.TRADES}, {Item.TRADES}, set()]


def test_if_it_would_change_something_else_than_was_said_nothing_is_saved(
    cast: Cast, crew: list[Worker], desk: Client, at: datetime
) -> None:
    opens(cast, at, Item.TRADES)
    sent = {"worker": numbers(crew), "trades": "open", "step": "save", "opened": 3, "closed": 0}
    answer = desk.post(SEVERAL, sent)
    assert answer.status_code == 422
    assert "別の画面で変わりました" in answer.content.decode()
    assert halves(cast, crew) == [{Item.TRADES}, set(), set()]


def test_choosing_again_keeps_whom_and_what(crew: list[Worker], desk: Client) -> None:
    page = desk.post(SEVERAL, {"worker": numbers(crew), "trades": "open", "step": "choose"}).content.decode()
    assert page.count('name="worker"') == 3
    assert 'name="trades" value="open" checked' in page
    assert "亜" * 40 in page


@pytest.mark.parametrize("step", ["", "check", "save"])
@pytest.mark.parametrize("number", ["", "0", "12345678901299", "\x00", "１２"])
def test_nobody_or_somebody_elses_worker_leads_back_with_a_sentence(
    step: str, number: str, cast: Cast, desk: Client
) -> None:
    sent = {"worker": [number], "name": "open", "step": step, "opened": 1, "closed": 0}
    answer = desk.post(SEVERAL, sent if number else {"step": step})
    assert answer.status_code == 422
    assert "選" in answer.context["refusal"]
    assert not DisclosureSwitch.objects.exists()


def test_a_worker_of_another_firm_among_own_ones_stops_all(
    cast: Cast, crew: list[Worker], desk: Client
) -> None:
    stranger = worker()
    sent = {"worker": numbers([*crew, stranger]), "name": "open", "step": "save", "opened": 4, "closed": 0}
    assert desk.post(SEVERAL, sent).status_code == 422
    assert not DisclosureSwitch.objects.exists()


def test_an_employers_preview_is_what_a_company_that_searches_is_given(
    cast: Cast, desk: Client, at: datetime
) -> None:
    choose_own_half(worker=cast.mirai, items={Item.NAME}, shown=(), by=person(cast.mirai), at=at)
    opens(cast, at, Item.NAME)
    seen = worker_as_seen_by(firm(cast.stranger), cast.mirai.pk, purpose=Purpose.SEARCH, at=at, items=ASKED)
    answer = desk.get(f"{ALL}{cast.mirai.number}/preview/")
    assert answer.context["view"] == seen_worker(seen, asked=ASKED, sums={})
    trace = DisclosureTrace.objects.latest("pk")
    assert (trace.company, trace.relation) == (cast.takahashi.pk, Relation.EMPLOYER)


def test_days_under_other_firms_are_not_counted_for_a_choice_that_is_not_saved(
    cast: Cast, desk: Client, at: datetime
) -> None:
    record(cast.mirai, cast.site, at.date())
    choose_own_half(worker=cast.mirai, items={Item.WORK_HISTORY}, shown=(), by=person(cast.mirai), at=at)
    ticked = desk.post(f"{ALL}{cast.mirai.number}/preview/", {"item": ["work_history"]})
    assert "就業日数" not in ticked.content.decode()
    assert "日数は、登録するまで" in ticked.content.decode()
    assert "work_history" not in DisclosureTrace.objects.latest("pk").items
    opens(cast, at, Item.WORK_HISTORY)
    assert "就業日数" in desk.get(f"{ALL}{cast.mirai.number}/preview/").content.decode()
    assert "work_history" in DisclosureTrace.objects.latest("pk").items


def test_an_employer_previews_what_is_ticked_and_not_saved(cast: Cast, desk: Client, at: datetime) -> None:
    choose_own_half(worker=cast.mirai, items={Item.NAME}, shown=(), by=person(cast.mirai), at=at)
    answer = desk.post(f"{ALL}{cast.mirai.number}/preview/", {"item": ["name", "trades"]})
    page = answer.content.decode()
    assert answer.context["view"].name == "建設 未来"
    assert "まだ登録していません。" in page
    assert not DisclosureSwitch.objects.filter(company=cast.takahashi).exists()
    again = desk.post(f"{ALL}{cast.mirai.number}/", {"item": ["name"], "act": "again"}).content.decode()
    assert 'value="name" checked' in again


def test_the_new_employer_is_shown_what_the_worker_has_opened(cast: Cast, at: datetime) -> None:
    choose_own_half(worker=cast.mirai, items={Item.NAME}, shown=(), by=person(cast.mirai), at=at)
    affiliation(worker=cast.mirai, company=cast.suzuki, is_main=False, valid_from=today())
    desk = client_of(seat(cast.suzuki))
    [newcomer] = desk.get(ALL).context["newcomers"]
    assert (newcomer.person.number, newcomer.items) == (cast.mirai.number, ("氏名・顔写真",))
    assert "本人は開示にしています" in desk.get(f"{ALL}{cast.mirai.number}/").content.decode()


def test_whoever_is_long_with_the_firm_is_no_newcomer(cast: Cast, desk: Client, at: datetime) -> None:
    choose_own_half(worker=cast.mirai, items={Item.NAME}, shown=(), by=person(cast.mirai), at=at)
    assert desk.get(ALL).context["newcomers"] == []


def test_the_record_shows_own_settings_and_not_those_of_others(
    cast: Cast, desk: Client, at: datetime
) -> None:
    record = f"{ALL}{cast.mirai.number}/record/"
    assert "まだ何も変わっていません" in desk.get(record).content.decode()
    choose_own_half(worker=cast.mirai, items={Item.CONTACT}, shown=(), by=person(cast.mirai), at=at)
    opens(cast, at - timedelta(days=1), Item.TRADES)
    page = desk.get(record).content.decode()
    assert "<b>高橋鉄筋</b>が、開示にしました。" in page
    assert "住所" not in page


@pytest.mark.parametrize("page", ["", "preview/", "record/"])
def test_another_company_gets_no_page_of_this_worker(page: str, cast: Cast) -> None:
    other = client_of(seat(cast.stranger))
    assert other.get(f"{ALL}{cast.mirai.number}/{page}").status_code == 404
    assert not Event.objects.filter(act="disclosure_set").exists()


def test_several_workers_can_only_be_sent_never_opened(desk: Client) -> None:
    assert desk.get(SEVERAL).status_code == 405
