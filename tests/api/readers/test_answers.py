"""返答: what a reader hears about a tap, and what the register then holds."""

from datetime import timedelta

import pytest

from ccus.domain.cards.models import CardLoss, CardRevocation
from ccus.domain.workers.models import Withdrawal
from ccus.foundation import clock
from tests.api.readers.conftest import Door, tap, this_morning


def test_an_entry_is_recorded_with_name_day_and_count(door: Door) -> None:
    [result] = door.send(tap(door.card)).results
    assert result | {"id": None} == {
        "id": None,
        "outcome": "recorded",
        "direction": "in",
        "reasons": [],
        "name_kana": "タカハシ イチロウ",
        "work_on": this_morning().date().isoformat(),
        "days_this_month": 1,
    }


def test_answers_come_in_the_order_sent_with_the_run_of_numbers(door: Door) -> None:
    late, early = tap(door.card, this_morning(17), "out", seq=8), tap(door.card, seq=7)
    answer = door.send(late, early)
    assert [result["direction"] for result in answer.results] == ["out", "in"]
    assert answer.json["acked_seq"] == 8


def test_an_auto_reader_hears_what_the_tap_counted_as(door: Door) -> None:
    times = (this_morning(7, 30), this_morning(7, 35), this_morning(17))
    answer = door.send(*[tap(door.card, at, "auto") for at in times])
    assert [result["direction"] for result in answer.results] == ["in", "in", "out"]


def test_a_second_reading_within_ten_minutes_is_joined(door: Door) -> None:
    door.send(tap(door.card, this_morning(7, 30)))
    answer = door.send(tap(door.card, this_morning(7, 39)))
    assert (answer.results[0]["outcome"], answer.reasons) == ("recorded", ["E-01"])


def test_an_exit_without_an_entry_is_told(door: Door) -> None:
    answer = door.send(tap(door.card, direction="out"))
    assert (answer.results[0]["outcome"], answer.reasons) == ("recorded_with_notice", ["E-02"])


def test_a_night_shift_belongs_to_the_day_it_began(door: Door) -> None:
    door.send(tap(door.card, this_morning(21, days_ago=2)))
    [result] = door.send(tap(door.card, this_morning(5), "out")).results
    assert result["work_on"] == this_morning(days_ago=2).date().isoformat()


def test_a_whole_week_in_one_request_counts_up(door: Door) -> None:
    first = this_morning().replace(day=1) - timedelta(days=10)
    answer = door.send(*[tap(door.card, first + timedelta(days=day)) for day in range(5)])
    assert [result["days_this_month"] for result in answer.results] == [1, 2, 3, 4, 5]


def test_taps_that_come_late_put_the_day_right(door: Door) -> None:
    door.send(tap(door.card, this_morning(17), "out"))
    [result] = door.send(tap(door.card, this_morning(7))).results
    assert (result["outcome"], result["reasons"]) == ("recorded", [])
    assert door.records("first_in is null, reasons") == [(False, [])]


def test_a_gate_without_a_measured_clock_is_told_so(door: Door) -> None:
    answer = door.send(tap(door.card, offset_ms=None))
    assert (answer.results[0]["outcome"], answer.reasons) == ("recorded", ["E-04"])


def test_the_clock_of_the_contact_puts_an_unmeasured_time_right(door: Door) -> None:
    behind = timedelta(hours=2)
    answer = door.send(tap(door.card, this_morning(7) - behind, offset_ms=None), sent_at=clock.now() - behind)
    assert answer.reasons == ["E-04", "E-03"]
    [(happened,)] = door.taps("happened_at")
    assert abs(happened - this_morning(7)) < timedelta(minutes=1)


def test_a_lost_card_records_nothing_and_worker_and_site_are_told(door: Door) -> None:
    CardLoss.objects.create(card=door.holder, lost_from=this_morning(0), recorded_by="system:0")
    assert door.send(tap(door.card)).reasons == ["E-22"]
    assert door.records() == []
    assert door.taps("worker, reasons", "tap_surprise") == [(door.worker, [22])]


def test_whoever_was_shown_a_refusal_is_not_told_again(door: Door) -> None:
    CardLoss.objects.create(card=door.holder, lost_from=this_morning(0), recorded_by="system:0")
    door.send(tap(door.card, shown="not_recorded"))
    assert door.taps("1", "tap_surprise") == []


def test_a_card_found_again_is_good_on_other_days(door: Door) -> None:
    lost, found = this_morning(0, days_ago=5), this_morning(0, days_ago=3)
    CardLoss.objects.create(card=door.holder, lost_from=lost, found_at=found, recorded_by="system:0")
    assert door.send(tap(door.card, this_morning(days_ago=4))).reasons == ["E-22"]
    assert door.send(tap(door.card)).results[0]["outcome"] == "recorded"


def test_a_revoked_card_and_a_withdrawn_worker_record_nothing(door: Door) -> None:
    CardRevocation.objects.create(card=door.holder, revoked_at=this_morning(0), recorded_by="system:0")
    assert door.send(tap(door.card)).reasons == ["E-23"]
    Withdrawal.objects.create(worker=door.holder.worker, withdrawn_at=this_morning(0), recorded_by="system:0")
    assert door.send(tap(door.card)).reasons == ["E-25"]


def test_taps_between_leaving_and_coming_back_stay_refused_and_later_ones_count(door: Door) -> None:
    for left, back in ((9, 8), (5, 3)):
        Withdrawal.objects.create(
            worker=door.holder.worker,
            withdrawn_at=this_morning(0, days_ago=left),
            returned_at=this_morning(0, days_ago=back),
        )
    days = (9, 7, 5, 4, 2)
    answers = [door.send(tap(door.card, this_morning(days_ago=ago))).reasons for ago in days]
    assert answers == [["E-25"], [], ["E-25"], ["E-25"], []]


def test_whoever_was_refused_is_still_on_the_muster_list(door: Door) -> None:
    CardRevocation.objects.create(card=door.holder, revoked_at=this_morning(0), recorded_by="system:0")
    door.send(tap(door.card))
    assert door.rows("select place from presence where worker = %s", door.worker) == [(door.reader.place_id,)]


def test_a_tap_that_comes_late_does_not_move_anybody_back(door: Door, another_door: Door) -> None:
    another_door.send(tap(door.card, this_morning(15)))
    door.send(tap(door.card, this_morning(7)))
    [(place,)] = door.rows("select place from presence where worker = %s", door.worker)
    assert place == another_door.reader.place_id


def test_what_became_of_a_tap_can_be_asked(door: Door) -> None:
    sent = tap(door.card)
    [result] = door.send(sent).results
    assert door.ask("GET", f"/v1/taps/{sent['id']}").json == result


@pytest.mark.parametrize("identifier", ["019a9f3f-1234-7abc-8def-0123456789ab", "17", ""])
def test_a_tap_nobody_sent_is_not_found(door: Door, identifier: str) -> None:
    assert door.ask("GET", f"/v1/taps/{identifier}").status == 404


def test_another_readers_tap_is_not_found(door: Door, another_door: Door) -> None:
    sent = tap(door.card)
    door.send(sent)
    assert another_door.ask("GET", f"/v1/taps/{sent['id']}").status == 404


def test_a_tap_is_handed_in_by_post_only(door: Door) -> None:
    assert door.ask("PUT", "/v1/taps", b"{}").status == 405
