"""The device's own judgement, number by number of docs/rules/gate.md, asked of the page's modules."""

from typing import Any
from uuid import UUID

import pytest

from ccus.domain.work_history.rules import LONGEST_SHIFT, REPEAT
from ccus.domain.work_history.terms import Reason
from tests.journeys.gate.screen import Gate

pytestmark = pytest.mark.journey
MINUTE = 60_000
MORNING = 1795_128_200_000  # 2026-11-20 07:43:20 in Tokyo
KNOWN, STRANGE, LOST = "aa", "bb", "cc"
BLOCKED = [
    Reason.CARD_EXPIRED,
    Reason.CARD_LOST,
    Reason.CARD_REVOKED,
    Reason.CARD_NOT_YET_ISSUED,
    Reason.WORKER_WITHDRAWN,
]
HERE = {
    "people": [{"card": KNOWN, "name_kana": "ケンセツ ミライ"}, {"card": LOST, "name_kana": "サトウ"}],
    "blocked": [{"card": LOST, "reason": "E-22"}],
    "periods": [["2026-04-01", "2026-11-21"], ["2027-04-01", None]],
}


def judged(
    gate: Gate,
    *,
    card: str | None = KNOWN,
    direction: str = "auto",
    after: int = 0,
    age: int = 0,
    seen: dict[str, int] | None = None,
    snapshot: bool = True,
) -> dict[str, Any]:
    at = MORNING + after
    tap = {"hash": card, "direction": direction, "at": at}
    kept = {"kept_at": at - age, "site": HERE} if snapshot else None
    return dict(gate.do("judge", "m.judge(...x)", [tap, kept, seen]))


def test_a_known_card_inside_the_period_is_recorded(modules: Gate) -> None:
    assert judged(modules) == {"kind": "recorded", "name": "ケンセツ ミライ", "direction": "in"}


def test_a_blocked_card_is_not_recorded(modules: Gate) -> None:
    assert judged(modules, card=LOST) == {"kind": "not_recorded", "blocked": "E-22"}


@pytest.mark.parametrize(
    "doubt",
    [
        {"card": STRANGE},
        {"card": None},
        {"snapshot": False},
        {"age": 8 * 24 * 60 * MINUTE},
        {"after": 24 * 60 * MINUTE},
    ],
    ids=["not on the list", "no hash", "no list", "a list of last week", "the day after the period"],
)
def test_whatever_is_in_doubt_is_kept(modules: Gate, doubt: dict[str, Any]) -> None:
    assert judged(modules, **doubt)["kind"] == "kept"


def test_the_last_day_of_a_period_ends_at_midnight_in_japan(modules: Gate) -> None:
    to_midnight = (16 * 60 + 16) * MINUTE + 40_000
    assert judged(modules, after=to_midnight - 1)["kind"] == "recorded"
    assert judged(modules, after=to_midnight)["kind"] == "kept"


@pytest.mark.parametrize(
    ("direction", "since", "kind"),
    [
        ("in", REPEAT, "repeated"),
        ("in", REPEAT + 1, "recorded"),
        ("auto", REPEAT, "repeated"),
        ("out", REPEAT, "recorded"),
    ],
)
def test_ten_minutes_join_the_same_direction(modules: Gate, direction: str, since: int, kind: str) -> None:
    assert judged(modules, direction=direction, seen={"in_at": MORNING - since})["kind"] == kind


@pytest.mark.parametrize(("since", "direction"), [(LONGEST_SHIFT - 1, "out"), (LONGEST_SHIFT, "in")])
def test_automatic_leaves_after_an_entry_within_a_shift(modules: Gate, since: int, direction: str) -> None:
    assert judged(modules, seen={"in_at": MORNING - since})["direction"] == direction


@pytest.mark.parametrize("reason", BLOCKED, ids=lambda reason: reason.code)
def test_a_reason_of_the_device_reads_as_the_servers(modules: Gate, reason: Reason) -> None:
    told = {"code": reason.code, "sentence": reason.text.sentence, "who": reason.text.mended_by}
    assert modules.do("words", "m.BLOCKED[x]", reason.code) == told


def test_an_outcome_the_page_does_not_know_is_never_green(modules: Gate) -> None:
    assert modules.do("outcome", "m.fromVerdict({outcome: 'something new'}, 0, null).kind") == "not_recorded"


def test_the_id_of_a_tap_holds_its_millisecond(modules: Gate) -> None:
    made = [UUID(modules.do("uuid7", "m.uuid7(x)", MORNING + n)) for n in (0, 1, 999)]
    assert [value.int >> 80 for value in made] == [MORNING, MORNING + 1, MORNING + 999]
    assert {value.version for value in made} == {7}


def typed(*bursts: str, gap: int = 500, pace: int = 5) -> list[dict[str, Any]]:
    """Keys of a machine: each burst at `pace` ms a key, with silence between."""
    keys, at = [], 0
    for burst in bursts:
        for char in burst:
            keys.append({"char": char, "at": at})
            at += pace
        at += gap
    return keys


def test_what_stood_before_a_machines_number_is_forgotten(modules: Gate) -> None:
    assert modules.do("wedge", "m.numberOf(x).digits", typed("123", "4" * 16)) == "4" * 16


def test_a_machine_that_stumbles_inside_its_number_is_never_cut_short(modules: Gate) -> None:
    number = "1234567890123401"
    assert modules.do("wedge", "m.numberOf(x).digits", typed(number[:2], number[2:])) == number


def test_a_person_may_stop_to_look_at_the_card(modules: Gate) -> None:
    by_hand = typed("1234", "5678901234", gap=3000, pace=180)
    assert modules.do("wedge", "m.numberOf(x).digits", by_hand) == "12345678901234"


def test_letters_among_the_digits_are_no_card(modules: Gate) -> None:
    read = modules.do("wedge", "m.numberOf(x)", typed("12345?67890123"))
    assert read == {"digits": None, "count": 13, "strange": True}


def test_the_pauses_grow_to_a_minute_and_gates_do_not_march_in_step(modules: Gate) -> None:
    shortest, longest = (
        [modules.do("pauses", "m.pauseAfter(x[0], x[1])", [n, luck]) for n in range(1, 12)] for luck in (0, 1)
    )
    assert longest[:4] == [1000, 2000, 4000, 8000]
    assert longest[-1] == 60_000
    assert shortest == [pause / 2 for pause in longest]
