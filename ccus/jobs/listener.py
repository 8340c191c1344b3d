"""The listener: wakes when an act touched days, and works them (FACT-06).

`affect` rows are announced at commit; every five seconds they are looked at anyway, for the second run and for what
an interruption left. One listener works at a time, the others stand by.
"""

import logging
from functools import partial
from threading import Event

import psycopg

from ccus.domain.work_history.settling import settle
from ccus.foundation import clock
from ccus.jobs.lines import alone, app_line

POLL_SECONDS = 5.0
_LOCK = 0x63637573_61666665  # "ccusaffe"
_log = logging.getLogger(__name__)


def work(line: psycopg.Connection) -> int:
    """Work affects until none is due. Returns how many were worked or settled."""
    total = 0
    while done := settle(partial(alone, line), clock.now()).affects:
        total += done
    return total


def listen(stop: Event) -> None:
    """Work whatever is touched until `stop` is set; a lost connection or a failed turn is tried again."""
    while not stop.is_set():
        try:
            with app_line() as line:
                _listen_on(line, stop)
        except Exception:  # noqa: BLE001 - a fault of one turn must not end the healing of all days
            _log.exception("days touched by acts wait for the next try")
            stop.wait(POLL_SECONDS)


def _listen_on(line: psycopg.Connection, stop: Event) -> None:
    line.execute("listen affect")
    is_mine = False
    while not stop.is_set():
        is_mine = is_mine or _take(line)
        if is_mine:
            work(line)
        _wait(line, stop)


def _take(line: psycopg.Connection) -> bool:
    row = line.execute("select pg_try_advisory_lock(%s)", [_LOCK]).fetchone()
    return bool(row and row[0])


def _wait(line: psycopg.Connection, stop: Event) -> None:
    """Until an announcement, five seconds, or the end, which is looked for every half second."""
    waited = 0.0
    while waited < POLL_SECONDS and not stop.is_set():
        if list(line.notifies(timeout=0.5, stop_after=1)):
            return
        waited += 0.5
