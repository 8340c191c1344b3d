"""仕事: what runs without anybody waiting for it: the listener, the schedule, the worker of the queue."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from threading import Event, Thread

import psycopg
import pytest
import time_machine
from procrastinate.contrib.django import app

from ccus.domain.work_history.partitions import FIRST_MONTH
from ccus.foundation import env
from ccus.foundation.databases import Databases
from ccus.jobs import lines, listener, tasks
from tests.domain.work_history.gate import HASTY, JST, Gate

PATIENCE = 20


@pytest.fixture
def gate(fresh_database: Databases) -> Iterator[Gate]:
    """The small site in a database of its own; worker 1 lacks only the roster line."""
    with psycopg.connect(str(fresh_database.app), autocommit=True, options=HASTY) as line:
        gate = Gate(line).furnish()
        gate.period()
        for tier in (0, 1, 2):
            gate.accept(tier)
        gate.link()
        gate.taps("in 08:00")
        yield gate


@pytest.fixture
def watcher(gate: Gate) -> Iterator[Callable[[], int]]:
    """Waits until something is settled; returns how many affects still wait."""
    with psycopg.connect(gate.connection.info.dsn, autocommit=True) as line:

        def wait() -> int:
            left = 1
            for _ in range(PATIENCE * 10):
                ((left,),) = line.execute("select count(*) from affect where settled_at is null").fetchall()
                if not left or list(line.notifies(timeout=0.1)):
                    break
            return left

        yield wait


@pytest.fixture
def listening(gate: Gate) -> Iterator[None]:
    """The listener, in a thread."""
    stop = Event()
    thread = Thread(target=listener.listen, args=[stop])
    thread.start()
    yield
    stop.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_a_day_heals_by_itself_when_the_roster_line_arrives(
    gate: Gate, listening: None, watcher: Callable[[], int]
) -> None:
    gate.line()
    assert watcher() == 0
    assert gate.states() == [(0, [])]


def test_what_was_touched_while_nobody_listened_is_worked_at_the_start(gate: Gate) -> None:
    gate.line()
    with lines.app_line() as line:
        assert listener.work(line) == 6
        assert listener.work(line) == 0
    assert gate.states() == [(0, [])]


def test_a_listener_whose_connection_is_cut_goes_on_with_another(
    gate: Gate,
    listening: None,
    watcher: Callable[[], int],
) -> None:
    assert watcher() == 0
    cut = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ccus-jobs'"
    assert gate.sql(f"{cut} and datname = current_database()") == [(True,)]
    gate.line()
    assert watcher() == 0


def test_upkeep_makes_the_months_ahead(fresh_database: Databases) -> None:
    with time_machine.travel(datetime(2028, 1, 31, 23, 30, tzinfo=JST)):
        tasks.keep_partitions(0)
    with psycopg.connect(str(fresh_database.app)) as line:
        names = {
            name for (name,) in line.execute("select relid::regclass::text from pg_partition_tree('tap')")
        }
    assert {f"tap_{FIRST_MONTH:%Y_%m}", "tap_2030_01", "tap_other"} <= names
    assert "tap_2030_02" not in names


def test_an_ended_month_is_closed_by_the_schedule(gate: Gate) -> None:
    gate.settle()
    with time_machine.travel(datetime(2026, 12, 1, 0, 20, tzinfo=JST)):
        tasks.close_months(0)
    assert gate.sql("select month, records from work_month") == [(date(2026, 11, 1), 1)]


def test_every_periodic_job_is_on_the_schedule() -> None:
    scheduled = {
        periodic.task.name.rpartition(".")[2] for periodic in app.periodic_registry.periodic_tasks.values()
    }
    assert {"keep_partitions", "close_months", "tell_surprises"} <= scheduled


def test_the_command_works_and_ends_when_asked(gate: Gate, watcher: Callable[[], int]) -> None:
    command = [sys.executable, "manage.py", "jobs", "--skip-checks"]
    with subprocess.Popen(command, cwd=env.REPOSITORY, env=os.environ.copy()) as jobs:
        try:
            assert watcher() == 0
        finally:
            jobs.send_signal(signal.SIGTERM)
        assert jobs.wait(PATIENCE) == 0
