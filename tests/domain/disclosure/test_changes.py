"""設定の記録 (DISC-25): who opened and closed what, when, and what the end of a 所属 closed."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.disclosure.actions import choose_own_half, set_employers_half
from ccus.domain.disclosure.changes import Change, changes_of
from ccus.domain.disclosure.terms import Moved
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from tests.factories.personas import Cast, firm, person
from tests.factories.workers import affiliation

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
LATER = TODAY + timedelta(days=30)


def employer_sets(cast: Cast, at: datetime, *items: Item, is_open: bool = True) -> None:
    set_employers_half(
        company=cast.takahashi,
        workers=[cast.mirai.pk],
        items=items,
        is_open=is_open,
        by=firm(cast.takahashi),
        at=at,
    )


def changes(
    cast: Cast, company: int | None = None, today: date = LATER
) -> list[tuple[str, Moved, set[Item]]]:
    found = changes_of(cast.mirai.pk, company=company, limit=50, today=today)
    return [(change.who, change.moved, set(change.items)) for change in found]


def test_what_was_opened_in_one_go_is_one_line_newest_first(cast: Cast, at: datetime) -> None:
    choose_own_half(
        worker=cast.mirai, items={Item.NAME, Item.CONTACT}, shown=(), by=person(cast.mirai), at=at
    )
    employer_sets(cast, at + timedelta(minutes=1), Item.NAME)
    assert changes(cast) == [
        ("高橋鉄筋", Moved.OPENED, {Item.NAME}),
        ("", Moved.OPENED, {Item.NAME, Item.CONTACT}),
    ]


@pytest.mark.parametrize("days", [0, 3])
def test_closing_and_opening_again_stand_each_with_their_time(days: int, cast: Cast, at: datetime) -> None:
    times = [at, at + timedelta(days=days, minutes=1), at + timedelta(days=days, minutes=2)]
    for moment, is_open in zip(times, (True, False, True), strict=True):
        employer_sets(cast, moment, Item.NAME, is_open=is_open)
    found = changes_of(cast.mirai.pk, limit=50, today=LATER)
    assert [(change.at, change.moved) for change in reversed(found)] == list(
        zip(times, (Moved.OPENED, Moved.CLOSED, Moved.OPENED), strict=True)
    )


def test_the_end_of_a_link_closes_and_is_said_from_its_day_on(cast: Cast, at: datetime) -> None:
    employer_sets(cast, at, Item.NAME)
    ends = TODAY + timedelta(days=10)
    end_affiliation(affiliation=cast.affiliation, until_on=ends, by=person(cast.mirai), at=at)
    assert [moved for _, moved, _ in changes(cast, today=ends - timedelta(days=1))] == [Moved.OPENED]
    assert changes(cast, today=ends)[0] == ("高橋鉄筋", Moved.LINK_ENDED, {Item.NAME})
    assert day_of(changes_of(cast.mirai.pk, limit=1, today=ends)[0].at) == ends


def test_whoever_opens_anew_after_a_gap_closed_nothing_by_hand(cast: Cast, at: datetime) -> None:
    employer_sets(cast, at, Item.NAME)
    end_affiliation(affiliation=cast.affiliation, until_on=TODAY, by=person(cast.mirai), at=at)
    back = at + timedelta(days=5)
    affiliation(worker=cast.mirai, company=cast.takahashi, valid_from=day_of(back))
    employer_sets(cast, back, Item.NAME)
    assert [moved for _, moved, _ in changes(cast)] == [Moved.OPENED, Moved.LINK_ENDED, Moved.OPENED]


def test_a_link_that_goes_on_without_a_gap_ends_nothing(cast: Cast, at: datetime) -> None:
    employer_sets(cast, at, Item.NAME)
    ends = TODAY + timedelta(days=3)
    end_affiliation(affiliation=cast.affiliation, until_on=ends, by=person(cast.mirai), at=at)
    affiliation(worker=cast.mirai, company=cast.takahashi, valid_from=ends)
    assert [moved for _, moved, _ in changes(cast)] == [Moved.OPENED]


def test_an_employer_reads_its_own_settings_and_no_others(cast: Cast, at: datetime) -> None:
    choose_own_half(worker=cast.mirai, items={Item.CONTACT}, shown=(), by=person(cast.mirai), at=at)
    employer_sets(cast, at, Item.NAME)
    assert changes(cast, company=cast.takahashi.pk) == [("高橋鉄筋", Moved.OPENED, {Item.NAME})]
    assert changes(cast, company=cast.suzuki.pk) == []


def test_a_long_record_is_read_page_by_page_in_two_statements(cast: Cast, at: datetime) -> None:
    for minute in range(8):
        employer_sets(cast, at + timedelta(minutes=minute), Item.NAME, is_open=minute % 2 == 0)
    with CaptureQueriesContext(connection) as captured:
        first = changes_of(cast.mirai.pk, limit=5, today=TODAY)
    rest: tuple[Change, ...] = changes_of(cast.mirai.pk, before=first[-1].cursor, limit=5, today=TODAY)
    assert (len(first), len(rest), len(captured)) == (5, 3, 2)
