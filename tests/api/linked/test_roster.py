"""名簿の取得: what a certified system is told about its site, and what it is never told (DISC-14)."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.accounts.rules import LIMITS
from ccus.domain.accounts.terms import Counted
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.sites.models import Reader
from tests.factories import sites, workers
from tests.factories.personas import MIRAI_NUMBER, READER_TOKEN, Cast
from tests.factories.records import record

pytestmark = pytest.mark.django_db
KEY = "nintei-shisutemu-no-kagi"


@pytest.fixture
def system(cast: Cast) -> Reader:
    return sites.reader(cast.site, token=KEY, system="現場クラウド")


def ask(key: str = KEY, **query: str) -> Any:
    return Client().get("/linked/v1/roster/", query, headers={"Authorization": f"Bearer {key}"})


def crew(cast: Cast, heads: int) -> None:
    for _ in range(heads):
        one = workers.worker()
        workers.affiliation(worker=one, company=cast.takahashi)
        sites.roster_line(worker=one, member=cast.second_tier)


@pytest.mark.usefixtures("system")
def test_a_certified_system_learns_who_is_expected_today(cast: Cast) -> None:
    answer = ask()
    [person] = answer.json()["people"]
    assert (person["number"], person["name_kana"]) == (MIRAI_NUMBER, "ケンセツ ミライ")
    assert person["registered"]["name"][0]["official"] == "建設 未来"
    assert answer.json()["site"] == {"number": cast.site.number, "name": "未来タワー新築工事"}
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.usefixtures("system")
def test_what_is_not_asked_for_is_neither_sent_nor_traced() -> None:
    [person] = ask(items="employers").json()["people"]
    assert (person["birth_on"], list(person["registered"])) == (None, ["affiliation"])
    assert DisclosureTrace.objects.get().items == ["card", "employers"]


@pytest.mark.usefixtures("system")
def test_days_that_are_asked_for_are_those_of_the_site_alone(cast: Cast) -> None:
    elsewhere = sites.site(prime=cast.stranger)
    for place, day in ((cast.site, 16), (cast.site, 17), (elsewhere, 18)):
        record(cast.mirai, place, date(2026, 11, day), line=cast.line if place == cast.site else None)
    [person] = ask(items="work_history").json()["people"]
    assert person["site_days"] == {"days": 2, "official_days": 2, "since": "2026-11-16"}
    assert DisclosureTrace.objects.get().items == ["card", "work_history"]


@pytest.mark.usefixtures("system")
def test_days_that_nobody_asked_for_or_that_are_not_there_are_not_sent(cast: Cast) -> None:
    assert ask(items="work_history").json()["people"][0]["site_days"] is None
    record(cast.mirai, cast.site, date(2026, 11, 16), line=cast.line)
    assert ask().json()["people"][0]["site_days"] is None


@pytest.mark.usefixtures("system")
def test_a_system_that_asks_for_what_no_gate_needs_is_told_what_there_is() -> None:
    for word in ("contact", "health", "blood", "past_employers"):
        answer = ask(items=f"name,{word}")
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "unknown_item")
    assert not DisclosureTrace.objects.exists()


@pytest.mark.parametrize(("key", "status"), [("nobody-knows", 401), ("", 401), (READER_TOKEN, 403)])
def test_strangers_and_readers_of_the_register_are_told_nothing(key: str, status: int, cast: Cast) -> None:
    answer = ask(key)
    assert (answer.status_code, cast.mirai.number in answer.content.decode()) == (status, False)


def test_the_key_of_a_stopped_reader_opens_nothing(system: Reader) -> None:
    Reader.objects.filter(pk=system.pk).update(revoked_at=system.enrolled_at)
    assert ask().status_code == 401


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("after", ["1", "x" * 14, "１２３４５６７８９０１２３４", "-1234567890123"])
def test_a_place_to_go_on_from_is_fourteen_digits(after: str) -> None:
    assert ask(after=after).json()["error"]["code"] == "bad_cursor"


@pytest.mark.usefixtures("system")
def test_a_roster_is_told_page_by_page_and_everybody_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ccus.api.linked.view.MOST", 2)
    crew(cast, 4)
    numbers, after = [], ""
    while page := ask(after=after).json():
        numbers += [person["number"] for person in page["people"]]
        after = page["next"]
        if after is None:
            break
    assert (len(numbers), numbers) == (5, sorted(set(numbers)))


@pytest.mark.usefixtures("system")
def test_a_page_of_forty_takes_no_more_statements_than_one_of_one(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as few:
        ask(items="name,work_history")
    crew(cast, 39)
    with CaptureQueriesContext(connection) as many:
        assert len(ask(items="name,work_history").json()["people"]) == 40
    assert len(many) == len(few)


@pytest.mark.usefixtures("system")
def test_a_system_that_asks_without_end_is_asked_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMITS, Counted.LINKED_SYSTEM, LIMITS[Counted.ASKED_MAIL])
    assert [ask().status_code for _ in range(4)] == [200, 200, 200, 429]
    assert int(ask().headers["Retry-After"]) > 0


@pytest.mark.usefixtures("system")
def test_the_roster_is_only_read() -> None:
    assert Client().post("/linked/v1/roster/", headers={"Authorization": f"Bearer {KEY}"}).status_code == 405
