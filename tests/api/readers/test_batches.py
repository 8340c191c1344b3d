"""まとめ書き: one transaction for all who wait, few statements, and one bad item never takes the others along."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any

import psycopg
import pytest

from ccus.api.readers import lane, protocol
from ccus.api.readers.lane import Lane, Unavailable
from ccus.domain.sites.rules import token_hash
from ccus.domain.work_history.arrivals import Contact, Reading
from ccus.domain.work_history.intake import take
from ccus.domain.work_history.terms import Direction, Outcome, Shown
from ccus.foundation import clock
from ccus.foundation.pipelined import Call, PipelinedConnection, Row
from ccus.foundation.uuid7 import uuid7
from tests.api.readers.conftest import Door, this_morning
from tests.factories import cards, sites, workers


class Counted(PipelinedConnection):
    """The line to the database, counting what goes over it."""

    statements = 0
    trips = 0

    async def run(self, *calls: Call) -> list[list[Row]]:
        self.statements, self.trips = self.statements + len(calls), self.trips + 1
        return await super().run(*calls)


def reading(card: str, minute: int = 0, **values: Any) -> Reading:
    """An entry this morning, past the protocol's checks."""
    at = protocol.milliseconds(this_morning()) + minute * 60_000
    plain: dict[str, Any] = {
        "id": uuid7(at).bytes,
        "seq": 1,
        "card": card,
        "key": card,
        "at": at,
        "offset": 0,
    }
    return Reading(**(plain | {"direction": Direction.IN, "shown": Shown.KEPT} | values))


def contact(door: Door, readings: Sequence[Reading]) -> Contact:
    return Contact(token_hash(door.token), protocol.milliseconds(clock.now()), 0, list(readings))


def crew(door: Door, size: int) -> list[str]:
    """Cards of workers, every second of them on the roster."""
    made = [cards.card(worker=workers.worker()) for _ in range(size)]
    for card in made[::2]:
        sites.roster_line(worker=card.worker, member=door.member)
        workers.affiliation(worker=card.worker, company=door.member.company)
    return [card.token for card in made]


async def counted(door: Door, contacts: Sequence[Contact]) -> tuple[int, int]:
    """Statements and round trips of one batch."""
    database = await Counted.open(str(door.databases.reader))
    try:
        await take(database, contacts)
    finally:
        database.close()
    return database.statements, database.trips


def test_a_batch_is_a_constant_number_of_statements_whatever_its_size(door: Door) -> None:
    cards = crew(door, 20)
    numbers = []
    for day, size in enumerate((1, 100, 1000)):
        batch = [reading(cards[n % 20], -40_000 + day * 1440 + n // 20 * 15) for n in range(size)]
        numbers.append(asyncio.run(counted(door, [contact(door, batch)])))
    assert numbers == [(15, 4)] * 3


def run_on_lane(door: Door, *contacts: Contact) -> list[BaseException | None]:
    """Hand contacts to a lane of their own at once; what each of them heard."""

    async def put_all() -> list[BaseException | None]:
        own = Lane(str(door.databases.reader))
        try:
            return await asyncio.gather(*[own.put(c) for c in contacts], return_exceptions=True)
        finally:
            own.close()

    return asyncio.run(put_all())


def test_an_item_that_the_database_refuses_is_halved_out_and_kept_raw(door: Door) -> None:
    good = [reading(card) for card in crew(door, 9)]
    bad = reading("1234\0")
    heard = run_on_lane(door, contact(door, good[:4]), contact(door, [good[4], bad]), contact(door, good[5:]))
    assert heard == [None] * 3
    assert bad.outcome == Outcome.MALFORMED
    assert {r.outcome for r in good} == {Outcome.RECORDED, Outcome.RECORDED_WITH_NOTICE}
    assert (len(door.taps()), door.unreadable()) == (9, 1)


def test_every_reader_of_a_halved_batch_is_known(door: Door, another_door: Door) -> None:
    mixed = [contact(door, [reading(door.card)]), contact(another_door, [reading("1234\0")])]
    run_on_lane(door, *mixed)
    assert [c.reader is not None for c in mixed] == [True, True]


def test_an_unknown_reader_among_others_keeps_nothing(door: Door) -> None:
    stranger = Contact(bytes(32), protocol.milliseconds(clock.now()), 0, [reading(door.card, 5)])
    run_on_lane(door, contact(door, [reading(door.card)]), stranger)
    assert stranger.reader is None
    assert len(door.rows("select 1 from tap where worker = %s", door.worker)) == 1


def test_where_too_many_wait_the_next_is_sent_away_at_once(door: Door) -> None:
    full = contact(door, [reading(door.card)] * 1000)

    async def crowd() -> None:
        own = Lane(str(door.databases.reader))
        waiting = [own.put(full) for _ in range(lane.QUEUE // 1000)]
        with pytest.raises(Unavailable):
            own.put(full)
        own.close()
        for one in waiting:
            one.cancel()

    asyncio.run(crowd())


def test_a_tap_that_another_process_stored_meanwhile_is_not_stored_twice(door: Door) -> None:
    shared = reading(door.card)
    twice = [contact(door, [reading(door.card, id=shared.id)]) for _ in range(2)]

    async def both() -> None:
        lanes = [Lane(str(door.databases.reader)) for _ in twice]
        await asyncio.gather(*[own.put(c) for own, c in zip(lanes, twice, strict=True)])
        for own in lanes:
            own.close()

    asyncio.run(both())
    assert [c.readings[0].outcome for c in twice] == [Outcome.RECORDED] * 2
    assert len(door.taps()) == 1


@pytest.fixture
def warning_at_commit(door: Door) -> Iterator[None]:
    """A database that warns when it commits, as one does whose standby does not answer."""
    with psycopg.connect(str(door.databases.owner), autocommit=True) as owner:
        owner.execute(
            "create function warn() returns trigger language plpgsql as"
            " $$ begin raise warning 'not on the standby'; return null; end $$"
        )
        owner.execute(
            "create constraint trigger warn after insert on tap_surprise deferrable initially deferred"
            " for each row execute function warn()"
        )
        yield
        owner.execute("drop trigger warn on tap_surprise")
        owner.execute("drop function warn")


def test_a_commit_with_a_warning_acknowledges_nothing(door: Door, warning_at_commit: None) -> None:
    refused = reading(door.card, at=0, id=uuid7(0).bytes)
    [heard] = run_on_lane(door, contact(door, [refused]))
    assert isinstance(heard, Unavailable)


def test_the_lane_goes_on_after_a_fault(door: Door, warning_at_commit: None) -> None:
    refused = reading(door.card, at=0, id=uuid7(0).bytes)

    async def one_after_the_other() -> Outcome | None:
        own, good = Lane(str(door.databases.reader)), contact(door, [reading(door.card)])
        with pytest.raises(Unavailable):
            await own.put(contact(door, [refused]))
        await own.put(good)
        own.close()
        return good.readings[0].outcome

    assert asyncio.run(one_after_the_other()) == Outcome.RECORDED
