"""再送: the same tap again gets the stored answer and does nothing else (TAP-03)."""

from datetime import timedelta
from typing import Any

import pytest

from ccus.foundation import clock
from tests.api.readers.conftest import Door, tap, this_morning


def state(door: Door) -> list[Any]:
    """All that a tap can change."""
    presence = door.rows("select * from presence where worker = %s", door.worker)
    return [door.taps("*"), door.records("*"), presence, door.unreadable()]


@pytest.mark.parametrize("direction", ["in", "out", "auto"])
def test_a_tap_sent_again_gets_the_same_answer_and_changes_nothing(door: Door, direction: str) -> None:
    sent = tap(door.card, direction=direction)
    first, before = door.send(sent).results, state(door)
    assert door.send(sent).results == first
    assert state(door) == before


def test_a_tap_twice_in_one_request_is_one_tap(door: Door) -> None:
    sent = tap(door.card)
    one, other = door.send(sent, sent).results
    assert one == other
    assert len(door.taps()) == 1


def test_the_stored_answer_stays_when_the_roster_has_changed_since(door: Door) -> None:
    sent = tap(door.card)
    first = door.send(sent).results
    door.holder.worker.roster_lines.update(superseded_at=clock.now())
    assert door.send(sent).results == first


def test_the_same_id_with_another_card_gets_the_first_answer(door: Door) -> None:
    sent = tap(door.card)
    first, before = door.send(sent).results, state(door)
    assert door.send(sent | {"card": "9" * 16, "direction": "out"}).results == first
    assert state(door) == before


def test_a_tap_sent_again_after_a_clock_correction_keeps_its_first_time(door: Door) -> None:
    sent = tap(door.card)
    first, before = door.send(sent).results, state(door)
    assert door.send(sent | {"offset_ms": 3_600_000}).results == first
    assert state(door) == before


def test_a_tap_of_last_month_sent_again_is_found_across_the_border(door: Door) -> None:
    month = clock.today().replace(day=1)
    border = this_morning(0, 0).replace(year=month.year, month=month.month, day=1)
    sent = [tap(door.card, border - timedelta(minutes=1)), tap(door.card, border, "out")]
    first = door.send(*sent).results
    assert door.send(*reversed(sent)).results == list(reversed(first))
    assert len(door.taps()) == 2


def test_a_refused_tap_sent_again_is_refused_alike(door: Door) -> None:
    sent = tap("9" * 16)
    assert door.send(sent).results == door.send(sent).results
    assert len(door.taps()) == 1


def test_new_taps_beside_repeated_ones_are_recorded(door: Door) -> None:
    entered, left = tap(door.card), tap(door.card, this_morning(17), "out")
    door.send(entered)
    door.send(entered, left)
    assert door.records("first_in is not null, last_out is not null") == [(True, True)]


def test_two_readers_may_use_the_same_id(door: Door, another_door: Door) -> None:
    sent = tap(door.card)
    door.send(sent)
    another_door.send(sent)
    assert (len(door.taps()), len(another_door.taps())) == (1, 1)
