"""所属の変更で閉じた項目 (DISC-27): the worker is told once, and of nothing that somebody closed by hand."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.disclosure.actions import choose_own_half, set_employers_half
from ccus.domain.disclosure.closings import tell_closings
from ccus.domain.notices.models import Notice
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.domain.workers.terms import Item
from tests.factories.personas import Cast, firm, person
from tests.factories.workers import affiliation

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
NEXT = timedelta(days=1)


@pytest.fixture
def opened(cast: Cast, at: datetime) -> Cast:
    """建設 未来 and 高橋鉄筋 have opened the name and the trades since ten days."""
    items, then = {Item.NAME, Item.TRADES}, at - timedelta(days=10)
    choose_own_half(worker=cast.mirai, items=items, shown=(), by=person(cast.mirai), at=then)
    set_employers_half(
        company=cast.takahashi,
        workers=[cast.mirai.pk],
        items=items,
        is_open=True,
        by=firm(cast.takahashi),
        at=then,
    )
    return cast


def ends(cast: Cast, until_on: date, at: datetime) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=until_on, by=person(cast.mirai), at=at)


def told(cast: Cast) -> list[str]:
    said = Notice.objects.filter(account=cast.account, source__startswith="disclosure_closed:")
    return list(said.order_by("pk").values_list("body", flat=True))


def test_the_end_of_a_link_is_told_on_its_day_once(opened: Cast, at: datetime) -> None:
    ends(opened, TODAY + NEXT, at)
    for moment in (at, at + NEXT, at + NEXT, at + 2 * NEXT):
        tell_closings(at=moment)
    [body] = told(opened)
    assert "2026年11月21日に、あなたの所属が変わりました" in body
    assert "・氏名・顔写真\n・職種・経験" in body


def test_a_second_employer_that_has_not_opened_closes_too(opened: Cast, at: datetime) -> None:
    affiliation(worker=opened.mirai, company=opened.suzuki, is_main=False, valid_from=TODAY)
    assert tell_closings(at=at) == 1


def test_a_new_employer_on_the_same_day_is_one_letter(opened: Cast, at: datetime) -> None:
    ends(opened, TODAY, at)
    affiliation(worker=opened.mirai, company=opened.suzuki, valid_from=TODAY)
    tell_closings(at=at)
    assert len(told(opened)) == 1


def test_an_end_that_is_said_afterwards_is_told_when_it_is_said(opened: Cast, at: datetime) -> None:
    later = at + timedelta(days=25)
    ends(opened, TODAY + NEXT, later)
    assert tell_closings(at=later) == 1
    assert tell_closings(at=later + timedelta(days=8)) == 0


def test_what_the_worker_has_closed_meanwhile_is_told_to_nobody(opened: Cast, at: datetime) -> None:
    choose_own_half(
        worker=opened.mirai, items=(), shown={Item.NAME, Item.TRADES}, by=person(opened.mirai), at=at
    )
    ends(opened, TODAY, at)
    assert tell_closings(at=at) == 0


def test_a_change_that_closes_nothing_is_not_told(cast: Cast, at: datetime) -> None:
    ends(cast, TODAY, at)
    assert tell_closings(at=at) == 0
    assert told(cast) == []


def test_a_link_that_goes_on_without_a_gap_closes_nothing(opened: Cast, at: datetime) -> None:
    ends(opened, TODAY, at)
    affiliation(worker=opened.mirai, company=opened.takahashi, valid_from=TODAY)
    assert tell_closings(at=at) == 0
