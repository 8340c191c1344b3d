"""ホームページのお知らせ: OFFICE-09, NOTE-07."""

from django.test import Client

from ccus.domain.notices.reading import announcements
from ccus.foundation import clock

PAGE = "/office/announcements/"
TYPED = {"title": "年末年始の受付", "body": "12月28日から1月4日まで\n休みます。", "from_on": "2026/11/20"}


def shown() -> list[str]:
    return [item.title for item in announcements(clock.today(), 10)]


def test_an_announcement_is_shown_before_it_is_put_up(desk: Client) -> None:
    answer = desk.post(f"{PAGE}new/", TYPED)
    assert "お知らせの確認" in answer.content.decode()
    assert shown() == []


def test_after_the_preview_it_stands_on_the_homepage(desk: Client) -> None:
    answer = desk.post(f"{PAGE}new/", TYPED | {"announce": "1"}, follow=True)
    assert "お知らせを登録しました。" in answer.content.decode()
    assert shown() == ["年末年始の受付"]


def test_from_the_preview_one_goes_back_to_what_was_typed(desk: Client) -> None:
    answer = desk.post(f"{PAGE}new/", TYPED | {"edit": "1"})
    assert 'value="年末年始の受付"' in answer.content.decode()


def test_the_last_day_is_the_last_day_that_it_is_shown(desk: Client) -> None:
    desk.post(f"{PAGE}new/", TYPED | {"last_on": "2026/11/20", "announce": "1"})
    assert shown() == ["年末年始の受付"]
    assert "2026年11月20日まで" in desk.get(PAGE).content.decode()


def test_days_in_the_wrong_order_are_refused(desk: Client) -> None:
    answer = desk.post(f"{PAGE}new/", TYPED | {"last_on": "2026/11/18"})
    assert answer.status_code == 422
    assert "より後ではありません" in answer.content.decode()


def test_taken_down_twice_the_second_is_told(desk: Client) -> None:
    desk.post(f"{PAGE}new/", TYPED | {"announce": "1"})
    number = announcements(clock.today(), 1)[0].id
    assert "下げました" in desk.post(f"{PAGE}{number}/withdrawal/", follow=True).content.decode()
    again = desk.post(f"{PAGE}{number}/withdrawal/")
    assert again.status_code == 422
    assert "すでに下げられているか" in again.content.decode()
    assert shown() == []
