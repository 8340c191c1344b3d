"""仮の読み取り: when it happens, and with which card (READY-02, READY-04, READY-05). Plain rules."""

import pytest

from ccus.domain.readiness.rules import moment, virtual_tap
from ccus.domain.work_history.rules import DAY, HOUR, CardFacts, Standing, start_of
from ccus.domain.work_history.terms import Reason, State

TODAY = 20_777
EVERYTHING = Standing(in_period=True, line=1, member=1, trade=1, position=1, is_linked=True)
GOOD = CardFacts(worker=1, issued_at=0, expires_day=TODAY + 1000)
GONE = GOOD._replace(revoked_at=start_of(TODAY) - DAY)


@pytest.mark.parametrize(
    ("ahead", "hour", "expected"), [(1, 17, 8), (0, 6, 8), (0, 12, 12), (-1, 12, 8)], ids=str
)
def test_the_tap_is_at_eight_or_now_where_that_is_later_today(ahead: int, hour: int, expected: int) -> None:
    now = start_of(TODAY) + hour * HOUR
    assert moment(TODAY + ahead, now) == start_of(TODAY + ahead) + expected * HOUR


def test_the_newest_good_card_is_in_the_hand() -> None:
    cards = [(1, GOOD), (2, GONE)]
    assert virtual_tap(cards, EVERYTHING, start_of(TODAY)).state is State.OFFICIAL


def test_of_cards_that_are_no_good_the_newest_says_why() -> None:
    cards = [(1, GONE), (2, GOOD._replace(losses=((0, None),)))]
    assert virtual_tap(cards, EVERYTHING, start_of(TODAY)).reasons == (Reason.CARD_LOST,)


def test_without_a_card_the_rest_is_said_as_well() -> None:
    verdict = virtual_tap([], EVERYTHING._replace(holes=1), start_of(TODAY))
    assert (verdict.state, verdict.reasons, verdict.beyond) == (
        None,
        (Reason.CARD_UNKNOWN,),
        (Reason.CHAIN_HAS_HOLE,),
    )


def test_only_an_official_day_is_green() -> None:
    assert virtual_tap([(1, GOOD)], EVERYTHING, start_of(TODAY)).counts
    assert not virtual_tap([(1, GOOD)], EVERYTHING._replace(is_linked=False), start_of(TODAY)).counts
