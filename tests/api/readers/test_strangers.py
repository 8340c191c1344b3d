"""よその人: whoever has no reader's token stands in nobody's way."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from ccus.api.readers import lane
from ccus.api.readers.lane import Lane, Unavailable
from ccus.domain.work_history.arrivals import Contact, Unreadable
from ccus.foundation.databases import Databases
from tests.api.readers.conftest import Door, tap
from tests.api.readers.test_faults import wait_until_blocked

STRANGER = "Bearer nobody-knows-this-token"


def test_a_stranger_is_sent_away_while_the_line_is_held_up(door: Door) -> None:
    door.send(tap(door.card))
    with ThreadPoolExecutor() as pool, psycopg.connect(str(door.databases.app)) as holder:
        holder.execute("select from presence where worker = %s for update", [door.worker])
        answer = pool.submit(door.send, tap(door.card, direction="out"))
        wait_until_blocked(door)
        assert door.send(tap(door.card), authorization=STRANGER).status == 401
        assert not answer.done()
        holder.rollback()
    assert answer.result().status == 200


def test_a_request_without_one_readable_tap_takes_its_room_in_the_line(fresh_database: Databases) -> None:
    async def crowd() -> None:
        line = Lane(str(fresh_database.reader))
        unreadable = [Unreadable(b"{}", "no tap")] * lane.QUEUE
        line.put(Contact(b"token", 0, 0, unreadable=unreadable))
        with pytest.raises(Unavailable):
            line.put(Contact(b"token", 0, 0))
        line.close()

    asyncio.run(crowd())


def test_no_answer_of_the_door_is_without_its_guards(door: Door) -> None:
    answers = [door.send(tap(door.card)), door.ask("GET", "/v1/site"), door.ask("GET", "/nowhere")]
    assert {answer.headers["x-content-type-options"] for answer in answers} == {"nosniff"}
