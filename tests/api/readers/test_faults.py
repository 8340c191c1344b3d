"""障害: the database goes away in the middle; nobody is told what is not so, and nothing acknowledged is lost."""

from concurrent.futures import ThreadPoolExecutor

import psycopg

from tests.api.readers.conftest import Door, tap

_OTHERS = (
    "from pg_stat_activity where usename = current_user and datname = current_database()"
    " and pid <> pg_backend_pid()"
)


def hang_up(door: Door) -> None:
    """End every connection of the readers' role, as a database that goes away does."""
    with psycopg.connect(str(door.databases.reader), autocommit=True) as connection:
        connection.execute(f"select pg_terminate_backend(pid) {_OTHERS}".encode())


def wait_until_blocked(door: Door) -> None:
    """Until the tap road waits for a lock."""
    query = f"select count(*) {_OTHERS} and wait_event_type = 'Lock'"
    with psycopg.connect(str(door.databases.reader), autocommit=True) as connection:
        while not (connection.execute(query.encode()).fetchone() or (0,))[0]:
            connection.execute("select pg_sleep(0.01)")


def test_a_database_that_goes_away_in_the_middle_of_a_batch_keeps_and_acknowledges_nothing(
    door: Door,
) -> None:
    first, second = tap(door.card), tap(door.card, direction="out")
    door.send(first)
    with ThreadPoolExecutor() as pool, psycopg.connect(str(door.databases.app)) as holder:
        holder.execute("select from presence where worker = %s for update", [door.worker])
        answer = pool.submit(door.send, second)
        wait_until_blocked(door)
        hang_up(door)
        assert answer.result().status == 503
    assert answer.result().headers["retry-after"] == "1"
    assert len(door.taps()) == 1


def test_after_the_database_came_back_the_same_tap_is_taken_once(door: Door) -> None:
    sent = tap(door.card)
    hang_up(door)
    answers = [door.send(sent).status for _ in range(3)]
    assert answers[-1] == 200
    assert len(door.taps()) == 1


def test_the_desk_finds_the_database_again(door: Door) -> None:
    door.ask("GET", "/healthz")
    hang_up(door)
    assert [door.ask("GET", "/healthz").status for _ in range(3)][-1] == 200
