"""現場の写し: what a device may know of the people of its site, and what it needs to judge alone (TAP-16)."""

import hashlib
from datetime import timedelta
from typing import Any

from ccus.domain.cards.models import CardLoss
from ccus.domain.workers.models import Withdrawal
from ccus.foundation import clock
from tests.api.readers.conftest import Door, tap, this_morning
from tests.factories import cards, workers


def site(door: Door) -> Any:
    return door.ask("GET", "/v1/site").json


def named(copy: Any, list_name: str, digits: str) -> list[Any]:
    """The rows of a list that mean these digits."""
    hashed = hashlib.sha256((copy["salt"] + digits).encode()).hexdigest()
    return [row for row in copy[list_name] if row["card"] == hashed]


def test_the_copy_names_reader_site_and_period(door: Door) -> None:
    copy = site(door)
    assert copy["reader"] == {"id": door.reader.pk, "name": "正門"}
    assert copy["site"]["prime"] == door.member.site.prime.name
    assert copy["periods"] == [["2026-04-01", "2027-04-01"]]


def test_people_of_the_roster_are_known_by_card_and_by_number(door: Door) -> None:
    copy = site(door)
    for digits in (door.card, door.card[:14]):
        assert [row["name_kana"] for row in named(copy, "people", digits)] == ["タカハシ イチロウ"]
    assert len(copy["people"]) == 2


def test_no_number_of_a_person_leaves_the_register(door: Door) -> None:
    assert door.card[:14].encode() not in door.ask("GET", "/v1/site").body


def test_whoever_left_the_roster_is_not_named(door: Door) -> None:
    door.holder.worker.roster_lines.update(superseded_at=clock.now())
    assert site(door)["people"] == []


def test_a_lost_card_is_blocked_and_the_new_one_is_known(door: Door) -> None:
    CardLoss.objects.create(card=door.holder, lost_from=this_morning(0), recorded_by="system:0")
    new = cards.card(worker=door.holder.worker, serial=2)
    copy = site(door)
    assert [row["reason"] for row in named(copy, "blocked", door.card)] == ["E-22"]
    assert named(copy, "people", new.token)
    assert named(copy, "people", door.card[:14])


def test_a_withdrawn_worker_is_blocked_by_number_too(door: Door) -> None:
    worker = door.holder.worker
    Withdrawal.objects.create(worker=worker, withdrawn_at=this_morning(0), recorded_by="system:0")
    copy = site(door)
    assert [row["reason"] for row in named(copy, "blocked", door.card[:14])] == ["E-25"]
    assert copy["people"] == []


def test_whoever_came_back_is_expected_again_by_card_and_number(door: Door) -> None:
    spans = ((6, 5), (4, 3))
    for left, back in spans:
        Withdrawal.objects.create(
            worker=door.holder.worker,
            withdrawn_at=this_morning(0, days_ago=left),
            returned_at=this_morning(0, days_ago=back),
        )
    copy = site(door)
    assert (copy["blocked"], len(copy["people"])) == ([], 2)


def test_an_expired_card_of_somebody_last_seen_here_is_blocked(door: Door) -> None:
    guest = cards.card(worker=workers.worker(), expires_on=clock.today() - timedelta(days=3))
    door.send(tap(guest.token))
    assert [row["reason"] for row in named(site(door), "blocked", guest.token)] == ["E-21"]


def test_people_counted_today_are_counted(door: Door) -> None:
    door.send(tap(door.card, clock.now() - timedelta(seconds=1)))
    assert site(door)["today"] == 1


def test_a_copy_that_has_not_changed_is_not_sent_again(door: Door) -> None:
    first = door.ask("GET", "/v1/site")
    again = {"If-None-Match": first.headers["etag"]}
    assert door.ask("GET", "/v1/site", None, **again).status == 304
    cards.card(worker=door.holder.worker, serial=2)
    assert door.ask("GET", "/v1/site", None, **again).status == 200
