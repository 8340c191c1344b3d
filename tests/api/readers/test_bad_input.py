"""不正な入力: each gets its documented answer, and no other tap suffers."""

import json
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from typing import Any

import pytest

from ccus.domain.work_history.terms import Evidence
from ccus.foundation import clock
from tests.api.readers.conftest import Door, tap, this_morning
from tests.factories import cards, sites, workers

MALFORMED: dict[str, dict[str, Any]] = {
    "a NUL in the card": {"card": "1234567890\x00123401"},
    "half a character in the card": {"card": "123456789\ud800"},
    "an empty card": {"card": ""},
    "a number out of range": {"seq": 2**63},
    "a number beyond all ranges": {"offset_ms": 10**400},
    "a direction nobody knows": {"direction": "sideways"},
    "an id that is none": {"id": "17"},
    "an id of version 4": {"id": "3d1f8c0a-7b52-4a55-9d3a-0a1b2c3d4e5f"},
    "a time without a zone": {"at": "2026-11-20T07:42:11"},
    "a time that is none": {"at": "yesterday"},
    "no word on what was shown": {"shown": None},
}


@pytest.mark.parametrize("what", MALFORMED)
def test_an_item_that_is_no_tap_is_kept_raw_and_harms_no_other(door: Door, what: str) -> None:
    good, bad = tap(door.card), tap(door.card) | MALFORMED[what]
    answer = door.send(bad, good)
    assert [result["outcome"] for result in answer.results] == ["malformed", "recorded"]
    assert answer.reasons == ["E-41"]
    assert door.unreadable() == 1


def test_an_item_that_is_not_even_an_object_is_malformed(door: Door) -> None:
    body = b'{"sent_at":"%s","taps":[7,"x",null,{}]}' % clock.now().isoformat().encode()
    answer = door.ask("POST", "/v1/taps", body)
    assert [result["outcome"] for result in answer.results] == ["malformed"] * 4


def test_a_malformed_item_sent_again_is_kept_once(door: Door) -> None:
    bad = tap(door.card, direction="sideways")
    assert door.send(bad).results == door.send(bad).results
    assert door.unreadable() == 1


def test_the_id_of_a_malformed_item_comes_back(door: Door) -> None:
    bad = tap(door.card, direction="sideways")
    assert door.send(bad).results[0]["id"] == bad["id"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"taps":[]}',
        b"\xff\xfe",
        b'{"sent_at":"now","taps":[{}]}',
        b'{"sent_at":NaN,"taps":[{}]}',
    ],
)
def test_what_is_not_a_request_gets_400_with_a_sentence(door: Door, body: bytes) -> None:
    answer = door.ask("POST", "/v1/taps", body)
    assert answer.status == 400
    assert answer.json["error"]["sentence"].endswith(("。", "。)"))


def test_brackets_without_end_get_400(door: Door) -> None:
    assert door.ask("POST", "/v1/taps", b'{"sent_at":' + b"[" * 100_000).status == 400


def test_a_body_cut_in_half_keeps_nothing(door: Door) -> None:
    whole = json.dumps({"sent_at": clock.now().isoformat(), "taps": [tap(door.card)]}).encode()
    assert door.ask("POST", "/v1/taps", whole[: len(whole) // 2]).status == 400
    assert door.taps() == []


def test_a_body_whose_end_never_comes_keeps_nothing(door: Door) -> None:
    connection = HTTPConnection("127.0.0.1", door.port)
    connection.putrequest("POST", "/v1/taps")
    connection.putheader("Authorization", f"Bearer {door.token}")
    connection.putheader("Content-Length", "100")
    connection.endheaders(b'{"sent_at":')
    connection.close()
    assert door.send(tap(door.card)).status == 200
    assert len(door.taps()) == 1


def test_no_taps_and_too_many_taps_get_400(door: Door) -> None:
    one = tap(door.card)
    assert door.send().status == 400
    assert "1001件" in door.send(*[one] * 1001).json["error"]["sentence"]


def test_a_body_over_the_limit_gets_413(door: Door) -> None:
    assert door.ask("POST", "/v1/taps", b" " * (512 * 1024 + 1)).status == 413


def test_a_body_over_the_limit_without_a_length_gets_413(door: Door) -> None:
    connection = HTTPConnection("127.0.0.1", door.port)
    head = {"Authorization": f"Bearer {door.token}"}
    connection.request("POST", "/v1/taps", iter([b" " * 60_000] * 9), head, encode_chunked=True)
    assert connection.getresponse().status == 413


@pytest.mark.parametrize("word", ["Bearer nobody", "Basic eA=="])
def test_an_unknown_token_gets_401_and_keeps_nothing(door: Door, word: str) -> None:
    assert door.send(tap(door.card), {}, authorization=word).status == 401
    assert (door.taps(), door.unreadable()) == ([], 0)


def test_a_revoked_token_gets_401_and_keeps_nothing(door: Door) -> None:
    door.reader.revoked_at = clock.now()
    door.reader.save(update_fields=["revoked_at"])
    assert door.send(tap(door.card)).status == 401
    assert door.ask("GET", "/v1/site").status == 401
    assert door.taps() == []


def test_the_reader_of_an_ended_site_is_heard_but_records_nothing(door: Door) -> None:
    ended = clock.today() - timedelta(days=30)
    site = sites.site(period__valid_until=ended)
    reader = sites.reader(site, token="owatta-genba")
    answer = door.send(tap(door.card), authorization="Bearer owatta-genba")
    assert (answer.results[0]["outcome"], answer.reasons) == ("not_recorded", ["E-31"])
    assert len(door.rows("select 1 from tap where reader = %s", reader.pk)) == 1
    assert door.records() == []


@pytest.mark.parametrize("year", [1970, 2090])
def test_an_impossible_clock_is_stored_and_records_nothing(door: Door, year: int) -> None:
    answer = door.send(tap(door.card, datetime(year, 5, 1, tzinfo=UTC)))
    assert (answer.results[0]["outcome"], answer.reasons) == ("not_recorded", ["E-32"])
    assert door.rows("select 1 from presence where worker = %s", door.worker) == []
    assert len(door.taps(table="tap_other")) == 1


def test_a_clock_of_1970_with_a_known_offset_is_put_right(door: Door) -> None:
    at, meant = datetime(1970, 1, 2, tzinfo=UTC), this_morning()
    answer = door.send(tap(door.card, at, offset_ms=round((meant - at).total_seconds() * 1000)))
    assert (answer.results[0]["outcome"], answer.reasons) == ("recorded", ["E-03"])
    assert answer.results[0]["work_on"] == meant.date().isoformat()


def test_an_id_with_another_time_is_malformed(door: Door) -> None:
    first = tap(door.card)
    second = first | {"at": this_morning(8).isoformat()}
    assert [result["outcome"] for result in door.send(first, second).results] == ["recorded", "malformed"]


def test_an_id_with_another_time_across_a_months_border_is_malformed(door: Door) -> None:
    first = tap(door.card)
    door.send(first)
    second = first | {"at": (this_morning() - timedelta(days=40)).isoformat()}
    assert door.send(second).results[0]["outcome"] == "malformed"


def spellings(token: str) -> list[str]:
    wide = token.translate({ord("0") + n: ord("0") + n for n in range(10)})
    return [
        wide,
        f"{token[:4]}-{token[4:8]}-{token[8:12]}-{token[12:14]}-{token[14:]}",
        f" {token[:8]} {token[8:]} ",
    ]


@pytest.mark.parametrize("spelling", range(3))
def test_full_width_hyphens_and_spaces_are_undone_and_kept_as_read(door: Door, spelling: int) -> None:
    written = spellings(door.card)[spelling]
    assert door.send(tap(written)).results[0]["outcome"] == "recorded"
    assert door.taps("card") == [(written,)]


def test_the_number_alone_means_the_live_card_with_weaker_evidence(door: Door) -> None:
    assert door.send(tap(door.card[:14])).results[0]["outcome"] == "recorded"
    assert door.records("evidence") == [(Evidence.CARD_NUMBER_ONLY,)]


@pytest.mark.parametrize("card", ["1234567890123", "12345678901234567", "あいうえお", "9" * 16])
def test_a_card_that_nobody_holds_is_stored_and_not_recorded(door: Door, card: str) -> None:
    answer = door.send(tap(card))
    assert (answer.results[0]["outcome"], answer.reasons) == ("not_recorded", ["E-20"])
    assert door.taps("card, worker") == [(card, None)]


def test_a_tap_ahead_of_time_within_ten_minutes_is_recorded(door: Door) -> None:
    sent = tap(door.card, clock.now() + timedelta(minutes=8))
    assert door.send(sent).results[0]["outcome"] == "recorded"


def test_somebody_without_a_roster_line_is_recorded_with_the_reason(door: Door) -> None:
    other = cards.card(worker=workers.worker())
    answer = door.send(tap(other.token))
    assert (answer.results[0]["outcome"], answer.reasons) == ("recorded_with_notice", ["E-11"])
