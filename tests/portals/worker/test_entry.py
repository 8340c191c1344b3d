"""就業履歴 › 入力: G16-1 to G16-4, G17-4, G17-7; PORTAL-20 to PORTAL-22."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from ccus.domain.work_history.claim_terms import Party, Why
from ccus.domain.work_history.models import DayAsk, DayClaim
from tests.factories import claims as made
from tests.factories import sites
from tests.factories.personas import Cast
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)


@pytest.fixture
def address(cast: Cast) -> str:
    return f"/worker/entry/{cast.site.number}/"


def days(*on: date) -> list[str]:
    return [day.isoformat() for day in on]


def sent(act: str, *on: date, **details: Any) -> dict[str, Any]:
    return {"act": act, "month": "2026-11", "on": days(*on), "why": "1", **details}


def ticked(page: str) -> list[date]:
    """The days whose boxes are ticked."""
    found = re.findall(r'type="checkbox" name="on" value="([^"]+)" checked', page)
    return [date.fromisoformat(day) for day in found]


def test_the_menu_leads_from_the_history_to_entering(me: Client) -> None:
    page = words(me.get("/worker/history/"))
    menu = page[page.index(">就業履歴</p>") : page.index(">閲覧</p>")]
    assert [
        part for part in ("一覧", "入力", "申告の状況", "入力した現場") if f"<span>{part}</span>" not in menu
    ] == []


def test_a_site_without_a_reader_is_a_reason_to_enter_a_day(me: Client, address: str) -> None:
    assert "カードリーダーがない" in words(me.post(address, sent("check", MONDAY, why="3")))
    me.post(address, sent("send", MONDAY, why="3"))
    assert DayClaim.objects.get().why == Why.NO_READER


def test_the_present_sites_stand_first_without_typing(me: Client, cast: Cast) -> None:
    page = words(me.get("/worker/entry/"))
    assert page.index("いま働いている現場") < page.index(cast.site.name) < page.index("ほかの現場をさがす")


def test_the_day_whose_card_was_forgotten_goes_along_from_its_page_to_its_tick(
    me: Client, cast: Cast, address: str
) -> None:
    assert f'href="/worker/history/day/{MONDAY}/"' in words(me.get("/worker/history/"))
    assert f'href="/worker/entry/?on={MONDAY}"' in words(me.get(f"/worker/history/day/{MONDAY}/"))
    for asked in ({"on": str(MONDAY)}, {"on": str(MONDAY), "q": cast.site.name}):
        assert f'href="{address}?on={MONDAY}"' in words(me.get("/worker/entry/", asked))
    assert ticked(words(me.get(address, {"on": str(MONDAY)}))) == [MONDAY]


def test_the_day_goes_along_to_a_site_that_is_typed_in(me: Client) -> None:
    answer = me.post(f"/worker/own-sites/new/?on={MONDAY}", {"name": "山田邸 屋根工事"})
    assert ticked(words(me.get(answer.headers["Location"]))) == [MONDAY]


def test_a_site_is_searched_by_name_and_by_number(me: Client, cast: Cast) -> None:
    for text in (cast.site.name[:3], cast.site.number, cast.site.address[-4:]):
        assert "件</b>です" in words(me.get("/worker/entry/", {"q": text}))


def test_what_is_not_found_leads_to_typing_the_site(me: Client) -> None:
    assert "登録されていない」から入力できます" in words(me.get("/worker/entry/", {"q": "どこにもない現場"}))


def test_the_form_begins_with_what_the_roster_says(me: Client, address: str) -> None:
    page = words(me.get(address))
    assert 'value="10-01" selected' in page
    assert 'value="基礎配筋"' in page


def test_a_linked_day_comes_ticked_from_another_page(me: Client, address: str) -> None:
    assert ticked(words(me.get(address, {"on": days(MONDAY)}))) == [MONDAY]


def test_another_month_keeps_the_ticks(me: Client, address: str) -> None:
    page = words(me.post(address, sent("month:2026-10", MONDAY)))
    assert "2026年10月</b>" in page
    assert f'type="hidden" name="on" value="{MONDAY}"' in page
    assert "11月16日</b>" in page


def test_all_weekdays_of_a_month_are_ticked_at_once(me: Client, address: str) -> None:
    chosen = ticked(words(me.post(address, sent("weekdays"))))
    assert [day.day for day in chosen] == [2, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20]


def test_a_whole_week_is_added_to_what_was_ticked(me: Client, address: str) -> None:
    chosen = ticked(words(me.post(address, sent("week:2026-11-15", date(2026, 11, 2)))))
    assert [day.day for day in chosen] == [2, 15, 16, 17, 18, 19, 20]


def test_all_ticks_are_taken_away_at_once(me: Client, address: str) -> None:
    assert ticked(words(me.post(address, sent("none", MONDAY)))) == []


def test_days_that_cannot_be_entered_say_why(me: Client, cast: Cast, address: str) -> None:
    made.tapped(cast, TUESDAY)
    made.settled()
    made.entered(cast.mirai, cast.site, MONDAY)
    page = words(me.get(address))
    for said in (
        ">16日</span>：この現場で、もう入力",
        ">17日</span>：この現場の記録が、もう「正式」",
        ">21日から30日まで</span>：まだ来ていない日です",
    ):
        assert said in page
    assert "入力の期限" in words(me.get(address, {"month": "2026-09"}))


def test_the_check_page_names_who_is_asked_and_until_when(me: Client, address: str) -> None:
    page = words(me.post(address, sent("check", MONDAY, TUESDAY)))
    for said in ("高橋鉄筋", "鈴木工務店", "佐藤建設", "2日分、2026年12月31日まで", "カードを忘れた"):
        assert said in page
    assert not DayClaim.objects.exists()


def test_sent_days_are_claimed_and_three_companies_asked(me: Client, cast: Cast, address: str) -> None:
    answer = me.post(address, sent("send", MONDAY, TUESDAY, work_content="配筋", began="7:30"))
    assert answer.headers["Location"] == "/worker/claims/"
    claims = DayClaim.objects.order_by("work_on")
    assert [claim.work_on for claim in claims] == [MONDAY, TUESDAY]
    assert {(claim.why, claim.work_content) for claim in claims} == {(Why.CARD_FORGOTTEN, "配筋")}
    assert set(DayAsk.objects.values_list("party", flat=True)) == {
        Party.EMPLOYER,
        Party.FIRST_TIER,
        Party.PRIME,
    }


def test_one_day_may_say_something_else(me: Client, address: str) -> None:
    single = {f"{TUESDAY}-position": "foreman", f"{TUESDAY}-work_content": "揚重作業"}
    me.post(address, sent("send", MONDAY, TUESDAY, position="general", work_content="配筋", **single))
    claims = DayClaim.objects.order_by("work_on").values_list("position__code", "work_content")
    assert list(claims) == [("general", "配筋"), ("foreman", "揚重作業")]


def test_a_day_that_says_something_else_is_marked_on_the_check_page(me: Client, address: str) -> None:
    single = {f"{TUESDAY}-work_content": "揚重作業", f"{TUESDAY}-began": "8:00"}
    page = words(me.post(address, sent("check", MONDAY, TUESDAY, **single)))
    assert page.count("この日だけの内容があります") == 1
    assert 'value="揚重作業"' in page


def test_going_back_keeps_everything_that_was_typed(me: Client, address: str) -> None:
    single = {f"{TUESDAY}-work_content": "揚重作業"}
    page = words(me.post(address, sent("back", MONDAY, TUESDAY, remark="よろしく", **single)))
    assert ticked(page) == [MONDAY, TUESDAY]
    for kept in ('value="よろしく"', f'name="{TUESDAY}-work_content" value="揚重作業"'):
        assert kept in page


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ([], "日が選ばれていません"),
        (["2026-11-21"], "まだ来ていない日"),
        (["1989-03-31"], "生年月日より前"),
        (["2019-04-02"], "期限"),
        (["2026-09-30"], "期限"),
        (["x", "2026-02-30", "9999-12-31", "0001-01-01"], "日が選ばれていません"),
    ],
)
def test_days_that_cannot_be_are_refused_with_a_sentence(
    me: Client, address: str, on: list[str], sentence: str
) -> None:
    for act in ("check", "send"):
        answer = me.post(address, {"act": act, "on": on, "work_content": "配筋"})
        assert answer.status_code == 422
        assert sentence in words(answer)
        assert 'value="配筋"' in words(answer)
    assert not DayClaim.objects.exists()


def test_a_site_that_ends_in_the_middle_takes_the_days_before_only(me: Client) -> None:
    site = sites.site(period__valid_until=TUESDAY)
    address = f"/worker/entry/{site.number}/"
    assert ticked(words(me.post(address, sent("week:2026-11-15")))) == [date(2026, 11, 15), MONDAY]
    answer = me.post(address, sent("send", MONDAY, TUESDAY))
    assert answer.status_code == 422
    assert "2026年11月17日は、" in words(answer)
    assert not DayClaim.objects.exists()


@pytest.mark.parametrize("text", ["\u200b", "%_", "'; --", "あ" * 500])
def test_nothing_that_is_typed_breaks_the_search(me: Client, text: str) -> None:
    assert me.get("/worker/entry/", {"q": text}).status_code == 200


def test_five_hundred_days_in_one_post_are_refused(me: Client, address: str) -> None:
    many = [date.fromordinal(date(2026, 11, 20).toordinal() - back) for back in range(500)]
    answer = me.post(address, sent("send", *many))
    assert answer.status_code == 422
    assert "500日が選ばれています" in words(answer)


def test_the_same_day_from_two_devices_is_entered_once(me: Client, address: str) -> None:
    me.post(address, sent("send", MONDAY))
    answer = me.post(address, sent("send", MONDAY))
    assert answer.status_code == 422
    assert "もう入力されています" in words(answer)
    assert DayClaim.objects.count() == 1


@pytest.mark.parametrize("typed", ["25:00", "あさ", "7:3", "730分前"])
def test_a_time_that_is_none_keeps_what_was_typed(me: Client, address: str, typed: str) -> None:
    answer = me.post(address, sent("check", MONDAY, began=typed))
    assert answer.status_code == 422
    assert f'value="{typed}"' in words(answer)
    assert "が読み取れません" in words(answer)


def test_a_wrong_time_of_one_day_opens_that_day(me: Client, address: str) -> None:
    answer = me.post(address, sent("send", MONDAY, **{f"{MONDAY}-began": "25:00"}))
    assert answer.status_code == 422
    assert "11月16日（月）：" in words(answer)
    assert not DayClaim.objects.exists()


@pytest.mark.parametrize("number", ["00000000000000", "x", "%00"])
def test_a_site_that_does_not_exist_has_no_page(me: Client, number: str) -> None:
    assert me.get(f"/worker/entry/{number}/").status_code == 404
