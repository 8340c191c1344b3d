"""期限 (PORTAL-41), and its one line on the home page (PORTAL-44)."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.portals.worker import cast, registered

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
PAGE = "/worker/expiring/"


@pytest.fixture
def mirai() -> cast.Person:
    return cast.settled()


@pytest.fixture
def me(mirai: cast.Person) -> Client:
    return cast.signed_in(mirai)


def ends_in(person: cast.Person, days: int, code: str = registered.SLINGING) -> None:
    registered.qualification(person, code, expires=(TODAY + timedelta(days=days)).isoformat())


def test_what_runs_out_says_when_what_it_spoils_and_what_to_do(mirai: cast.Person, me: Client) -> None:
    cast.on_roster(mirai, cast.site())
    ends_in(mirai, 12)
    page = cast.words(me.get(PAGE))
    assert "あと12日" in page
    assert "2026年12月2日まで" in page
    assert '虎ノ門四丁目計画 新築工事 <span class="num nb">2026年12月3日から</span>' in page
    assert 'name="section" value="qualifications"' in page


def test_the_soonest_stands_first_and_the_past_after_it(mirai: cast.Person, me: Client) -> None:
    ends_in(mirai, 20)
    ends_in(mirai, 3, registered.SCAFFOLD)
    ends_in(mirai, -5, registered.TOBI)
    answer = me.get(PAGE)
    assert [line.expiry.days_left for line in answer.context["near"]] == [3, 20]
    assert "5日前に切れました" in cast.words(answer)


def test_nothing_near_says_until_when_everything_is_good(mirai: cast.Person, me: Client) -> None:
    cast.card(mirai)
    page = cast.words(me.get(PAGE))
    assert "期限の近いものはありません" in page
    assert "2036年4月1日までは、すべて有効です。次に切れるのは、カードです。" in page


def test_with_something_past_the_page_does_not_say_that_all_is_good(mirai: cast.Person, me: Client) -> None:
    cast.card(mirai)
    ends_in(mirai, -1)
    page = cast.words(me.get(PAGE))
    assert "すべて有効です" not in page
    assert "ほかに期限の切れるものがありません" in page


def test_nothing_registered_promises_nothing(me: Client) -> None:
    page = cast.words(me.get(PAGE))
    assert "すべて有効です" not in page
    assert "期限のあるものが登録されると" in page


def test_the_button_opens_the_change_at_the_block(mirai: cast.Person, me: Client) -> None:
    ends_in(mirai, 5)
    answer = me.post("/worker/profile/edit/", {"kind": "change", "section": "qualifications"})
    assert answer.headers["Location"].endswith("/qualifications/")


def test_the_home_page_has_one_line_of_everything_near(mirai: cast.Person, me: Client) -> None:
    ends_in(mirai, 12)
    ends_in(mirai, 20, registered.SCAFFOLD)
    page = cast.words(me.get("/worker/"))
    assert page.count('href="/worker/expiring/"><span class="matter__sign"') == 1
    assert "（あと12日）" in page
    assert "ほかに1件あります。" in page


def test_what_ran_out_and_spoils_no_day_is_not_on_the_home_page(mirai: cast.Person, me: Client) -> None:
    ends_in(mirai, -200)
    assert "matter__sign" not in cast.words(me.get("/worker/"))
    cast.on_roster(mirai, cast.site())
    assert "（200日前に切れました）" in cast.words(me.get("/worker/"))
