"""登録情報の一覧 (DATA-12, DATA-13, DATA-14, DATA-16): qualifications, health checks, trades, line by line."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import issue_card
from ccus.domain.workers.actions.registered import change_fact, enter_fact, remove_fact
from ccus.domain.workers.blocks.proof import ExpiryBeforeStart
from ccus.domain.workers.models import Worker
from ccus.domain.workers.refused import RegisteredTwice
from ccus.domain.workers.registered import registered
from ccus.foundation.entry.block import Value
from ccus.foundation.superseding import AlreadyChanged
from tests.domain.workers.samples import LISTED, blank_worker, graded, rows, values
from tests.factories import workers
from tests.factories.personas import Cast

TODAY = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


def entered(worker: Worker, key: str, at: datetime, **changed: Value) -> int:
    enter_fact(worker=worker, key=key, values=values(key, **changed), by=SYSTEM, at=at)
    return max(row.id for row in rows(worker, key))


@pytest.mark.parametrize("key", [key for key in LISTED if key != "schooling"])
def test_the_same_line_is_not_registered_twice(key: str, at: datetime) -> None:
    worker = blank_worker()
    entered(worker, key, at)
    with pytest.raises(RegisteredTwice, match="同じ"):
        enter_fact(worker=worker, key=key, values=values(key), by=SYSTEM, at=at)


@pytest.mark.parametrize("key", LISTED)
def test_a_line_that_is_taken_back_stays_known_as_of_before(key: str, at: datetime) -> None:
    worker, later = blank_worker(), at + timedelta(days=1)
    base = entered(worker, key, at)
    remove_fact(worker=worker, key=key, base=base, by=SYSTEM, at=later)
    assert rows(worker, key) == ()
    (known,) = registered(worker.pk, on=TODAY, known_at=at, keys=[key])[key]
    assert known.id == base


def test_a_line_is_put_right_and_the_others_stay(at: datetime) -> None:
    worker = blank_worker()
    entered(worker, "qualifications", at)
    wrong = entered(worker, "qualifications", at, number="第6号")
    right = values("qualifications", number="第66号", acquired="2016-07-01", expires="2030-06-30")
    change_fact(worker=worker, key="qualifications", base=wrong, values=right, by=SYSTEM, at=at)
    shown = [(row.values["number"], row.values["expires"]) for row in rows(worker, "qualifications")]
    assert shown == [("第66号", "2030-06-30"), ("第5号", None)]


def test_a_line_cannot_be_turned_into_one_that_stands(at: datetime) -> None:
    worker = blank_worker()
    entered(worker, "qualifications", at)
    base = entered(worker, "qualifications", at, number="第6号")
    with pytest.raises(RegisteredTwice):
        change_fact(
            worker=worker,
            key="qualifications",
            base=base,
            values=values("qualifications"),
            by=SYSTEM,
            at=at,
        )


def test_a_line_that_was_taken_back_is_not_put_right(at: datetime) -> None:
    worker = blank_worker()
    base = entered(worker, "training", at)
    remove_fact(worker=worker, key="training", base=base, by=SYSTEM, at=at)
    with pytest.raises(AlreadyChanged):
        change_fact(worker=worker, key="training", base=base, values=values("training"), by=SYSTEM, at=at)


def test_a_qualification_is_valid_up_to_its_last_day_and_stays_visible(at: datetime) -> None:
    worker = blank_worker()
    entered(worker, "core", at, expires="2026-11-19")
    (row,) = rows(worker, "core")
    assert (row.values["expires"], row.valid_until) == ("2026-11-19", TODAY)


def test_a_qualification_does_not_expire_before_it_is_acquired(at: datetime) -> None:
    with pytest.raises(ExpiryBeforeStart):
        entered(blank_worker(), "core", at, expires="2026-04-30")


@pytest.mark.parametrize(("expires", "colour"), [("2026-11-20", "gold"), ("2026-11-19", "white")])
def test_a_core_worker_gets_a_gold_card_while_the_qualification_holds(
    expires: str, colour: str, at: datetime
) -> None:
    worker = graded(workers.worker())
    entered(worker, "core", at, expires=expires)
    assert issue_card(worker=worker, by=SYSTEM, at=at).colour == colour


def test_a_later_health_check_stands_beside_the_earlier_one(at: datetime) -> None:
    worker = blank_worker()
    base = entered(worker, "health", at)
    newer = values("health", checked="2026-10-01", systolic=130)
    change_fact(worker=worker, key="health", base=base, values=newer, by=SYSTEM, at=at)
    assert [row.values["checked"] for row in rows(worker, "health")] == ["2026-10-01", "2026-05-01"]


def test_a_health_check_of_the_same_day_is_put_right(at: datetime) -> None:
    worker = blank_worker()
    base = entered(worker, "health", at)
    change_fact(
        worker=worker, key="health", base=base, values=values("health", systolic=140), by=SYSTEM, at=at
    )
    assert [row.values["systolic"] for row in rows(worker, "health")] == [140]


@pytest.mark.parametrize(("checked", "is_shown"), [("2025-11-20", True), ("2025-11-19", False)])
def test_health_checks_of_the_last_year_are_shown(checked: str, is_shown: bool, at: datetime) -> None:
    worker = blank_worker()
    enter_fact(worker=worker, key="health", values=values("health", checked=checked), by=SYSTEM, at=at)
    assert bool(rows(worker, "health")) == is_shown


def test_trades_are_said_all_at_once_without_gaps(cast: Cast, at: datetime) -> None:
    (old,) = rows(cast.mirai, "trades")
    chosen: dict[str, Value] = {"trade_1": "34-01", "trade_2": None, "trade_3": "10-01", "trade_4": None}
    change_fact(worker=cast.mirai, key="trades", base=old.id, values=chosen, by=SYSTEM, at=at)
    assert rows(cast.mirai, "trades")[0].values == {
        "trade_1": "34-01",
        "trade_2": "10-01",
        "trade_3": None,
        "trade_4": None,
    }
    before = registered(cast.mirai.pk, on=date(2026, 11, 19), keys=["trades"])["trades"][0]
    assert before.values["trade_1"] == "10-01"


def test_any_change_of_the_trades_is_noticed_by_who_saw_the_old_ones(cast: Cast, at: datetime) -> None:
    (first,) = rows(cast.mirai, "trades")
    two: dict[str, Value] = {"trade_1": "10-01", "trade_2": "34-01"}
    change_fact(worker=cast.mirai, key="trades", base=first.id, values=two, by=SYSTEM, at=at)
    with pytest.raises(AlreadyChanged):
        change_fact(worker=cast.mirai, key="trades", base=first.id, values=two, by=SYSTEM, at=at)
