"""Derivation against a bare upsert: days of one register, derived over and over."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import psycopg

from ccus.domain.work_history.derivation import derive
from ccus.domain.work_history.settling import KEYS_A_TURN
from ccus.domain.work_history.standing import Key
from ccus.foundation import clock
from ccus.foundation.databases import Databases
from ccus.jobs.lines import OPTIONS, alone

DERIVED = 20_000
_ROWS = b"""
select r.worker, r.work_on, r.place, state, reasons::text, evidence, first_in, last_in, last_out, last_tap_at, trade,
       position, line, member
from work_record r,
"""
_UPSERT = b"""
insert into record_alone (worker, work_on, place, state, reasons, evidence, first_in, last_in, last_out, last_tap_at,
                          trade, position, line, member)
select worker, work_on, place, state, reasons::int2[], evidence, first_in, last_in, last_out, last_tap_at, trade,
       position, line, member
from unnest(%s::int8[], %s::date[], %s::int8[], %s::int2[], %s::text[], %s::int2[], %s::timestamptz[],
            %s::timestamptz[], %s::timestamptz[], %s::timestamptz[], %s::int2[], %s::int2[], %s::int8[], %s::int8[])
     as k(worker, work_on, place, state, reasons, evidence, first_in, last_in, last_out, last_tap_at, trade, position,
          line, member)
on conflict (worker, work_on, place) do update
set state = excluded.state, reasons = excluded.reasons, evidence = excluded.evidence, first_in = excluded.first_in,
    last_in = excluded.last_in, last_out = excluded.last_out, last_tap_at = excluded.last_tap_at,
    trade = excluded.trade, position = excluded.position, line = excluded.line, member = excluded.member
"""
_THESE = b"""
unnest(%s::int8[], %s::int8[], %s::int4[]) as k(worker, place, day)
where r.worker = k.worker and r.place = k.place and r.work_on = date '1970-01-01' + k.day
"""
Columns = Sequence[Any]


class Deriving:
    """One register, and twenty thousand of its days."""

    def __init__(self, databases: Databases, stack: ExitStack) -> None:
        self.app = stack.enter_context(psycopg.connect(str(databases.app), autocommit=True, options=OPTIONS))
        self.owner = stack.enter_context(
            psycopg.connect(str(databases.owner), autocommit=True, options=OPTIONS)
        )
        self.keys: list[Key] = self.owner.execute(
            b"select worker, place, work_on - date '1970-01-01' from work_record"
            b" where work_on >= %s and worker < 50000000 order by 1, 2, 3 limit %s",
            [clock.today() - timedelta(days=700), DERIVED],
        ).fetchall()
        self.owner.execute("create table record_alone (like work_record including indexes)")

    def derived(self) -> float:
        """Keys per second; every day has to be written, because its state was turned before."""
        self.owner.execute(b"update work_record r set state = 1 from " + _THESE, self._columns(self.keys))
        self.owner.execute("vacuum work_record")
        started = time.perf_counter()
        for turn in _turns(self.keys):
            alone(self.app, derive(turn))
        return len(self.keys) / (time.perf_counter() - started)

    def upserted(self) -> float:
        """Rows per second of the same rows into a table of the same columns and key, which holds them turned."""
        rows = self.owner.execute(_ROWS + _THESE, self._columns(self.keys)).fetchall()
        self.owner.execute("truncate record_alone")
        self.owner.execute(_UPSERT, self._columns(rows))
        self.owner.execute("update record_alone set state = 1")
        self.owner.execute("vacuum analyze record_alone")
        turns = [self._columns(turn) for turn in _turns(rows)]
        started = time.perf_counter()
        for columns in turns:
            self.owner.execute(_UPSERT, columns)
        return len(rows) / (time.perf_counter() - started)

    @staticmethod
    def _columns(rows: Sequence[Sequence[Any]]) -> Columns:
        return [list(column) for column in zip(*rows, strict=True)]


def _turns(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for first in range(0, len(rows), KEYS_A_TURN):
        yield rows[first : first + KEYS_A_TURN]
