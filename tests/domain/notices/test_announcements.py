"""ホームページのお知らせ (NOTE-07)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.notices.actions import announce, withdraw_announcement
from ccus.domain.notices.policies import AnnouncementClosed, AnnouncementWrong
from ccus.domain.notices.reading import all_announcements, announcement, announcements

TODAY, TOMORROW, LATER = date(2026, 11, 20), date(2026, 11, 21), date(2026, 12, 1)
pytestmark = pytest.mark.django_db


def announced(
    at: datetime, title: str = "年末年始の受付", from_on: date = TODAY, until_on: date | None = None
) -> int:
    return announce(
        title=title, body="12月29日から\r\n休みます。", from_on=from_on, until_on=until_on, by=SYSTEM, at=at
    ).pk


def test_an_announcement_is_shown_from_its_day_to_the_day_before_its_end(at: datetime) -> None:
    made = announced(at, from_on=TOMORROW, until_on=LATER)
    shown = [bool(announcement(made, day)) for day in (TODAY, TOMORROW, date(2026, 11, 30), LATER)]
    assert shown == [False, True, True, False]


def test_the_newest_announcement_stands_first(at: datetime) -> None:
    older, newer = announced(at, from_on=date(2026, 11, 1)), announced(at)
    assert [a.id for a in announcements(TODAY, 10)] == [newer, older]
    assert [a.id for a in announcements(TODAY, 1, start=1)] == [older]


def test_a_withdrawn_announcement_is_shown_to_the_office_alone(at: datetime) -> None:
    made = announced(at)
    withdraw_announcement(announcement=made, by=SYSTEM, at=at)
    assert announcement(made) is None
    assert [a.withdrawn_at for a in all_announcements(10)] == [at]


def test_an_announcement_is_withdrawn_once(at: datetime) -> None:
    made = announced(at)
    withdraw_announcement(announcement=made, by=SYSTEM, at=at)
    with pytest.raises(AnnouncementClosed):
        withdraw_announcement(announcement=made, by=SYSTEM, at=at)


def test_the_lines_of_the_text_stay_lines(at: datetime) -> None:
    shown = announcement(announced(at, title=" 年末\n年始 "))
    assert shown is not None
    assert (shown.title, shown.body) == ("年末 年始", "12月29日から\n休みます。")


@pytest.mark.parametrize("title", ["", "　", "あ" * 121])
def test_a_title_of_no_use_is_refused(title: str, at: datetime) -> None:
    with pytest.raises(AnnouncementWrong, match="題名は、1文字以上120文字以内"):
        announced(at, title=title)


def test_an_announcement_that_ends_before_it_begins_is_refused(at: datetime) -> None:
    with pytest.raises(AnnouncementWrong, match="翌日以降"):
        announced(at, until_on=TODAY)


def test_nobody_but_the_office_announces(at: datetime) -> None:
    with pytest.raises(NotAllowed):
        announce(title="題", body="文", from_on=TODAY, by=Actor(ActorKind.COMPANY, 1), at=at)
