"""機能の開始: OFFICE-10, FEAT-02, FEAT-03."""

from datetime import date

from django.test import Client

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.features.actions import set_opening
from ccus.domain.features.reading import is_open
from ccus.domain.features.terms import Feature
from ccus.foundation import clock

PAGE = "/office/features/"
LEAVING = f"{PAGE}withdrawal/"


def test_a_day_typed_in_an_era_opens_the_feature_from_then_on(desk: Client) -> None:
    answer = desk.post(LEAVING, {"withdrawal-opens_on": "令和9年4月1日"}, follow=True)
    assert "「技能者退会」：2027年4月1日に開きます。" in answer.content.decode()
    assert not is_open(Feature.WITHDRAWAL, on=date(2027, 3, 31))
    assert is_open(Feature.WITHDRAWAL, on=date(2027, 4, 1))


def test_an_impossible_day_is_refused_at_its_field_and_stays_there(desk: Client) -> None:
    answer = desk.post(LEAVING, {"withdrawal-opens_on": "2018/4/1"})
    assert answer.status_code == 422
    assert "開始日（2018年4月1日）は使えません。" in answer.content.decode()
    assert 'value="2018/4/1"' in answer.content.decode()


def test_nothing_typed_opens_nothing(desk: Client) -> None:
    answer = desk.post(LEAVING, {"withdrawal-opens_on": ""})
    assert answer.status_code == 422
    assert "新しい開始日が入力されていません。" in answer.content.decode()


def test_what_was_said_before_stands_below_with_who_said_it(desk: Client, officer: OfficerMe) -> None:
    set_opening(feature=Feature.LEVELS, opens_on=date(2026, 4, 1), by=officer.actor, at=clock.now())
    desk.post(f"{PAGE}levels/", {"close": "1"})
    page = desk.get(PAGE).content.decode()
    assert "2026年4月1日" in page
    assert "審査 花子" in page
    assert not is_open(Feature.LEVELS, on=clock.today())


def test_an_unknown_feature_is_nowhere(desk: Client) -> None:
    assert desk.post(f"{PAGE}teleport/", {"close": "1"}).status_code == 404
