"""Writing a country: facts by COPY, records by derivation, sums by the month's close; district by district."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection, transaction
from psycopg import Cursor, sql

from ccus.demo import pack, tables
from ccus.demo.plan.district import plan
from ccus.demo.plan.facts import Ids, Span
from ccus.demo.scales import Scale
from ccus.demo.taps import Taps, taps_of
from ccus.demo.workdays import working_chances
from ccus.domain.work_history import months
from ccus.domain.work_history.derivation import derive
from ccus.domain.work_history.rules import date_of, start_of
from ccus.domain.work_history.scripts import Script, run

_KEYS_AT_A_TIME = 1_000
_TAPS_A_WRITE = 2_000
_GUARDED = frozenset({"contact", "emergency_contact"})
"""PostgreSQL copies into no table whose rows are given by reader (DISC-15): these arrive by way of another."""


@dataclass(slots=True)
class Written:
    """What was written so far: rows of facts, taps among them, and records."""

    facts: int = 0
    taps: int = 0
    records: int = 0

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return self.facts + self.records


def write(
    scale: Scale, seed: int, span: Span, first_day: int, progress: Callable[[float, Written], None]
) -> Written:
    """Write the country. `progress` hears the part of the whole that is done, 0 to 1, and what was written.

    `first_day` is where the oldest career may begin, `span` the history of everybody else. A district is one
    transaction and is forgotten before the next, so memory does not grow with the country.
    """
    ids, written = Ids(), Written()
    chances = working_chances(first_day, span.today)
    for n in range(scale.districts):

        def done(part: float, n: int = n) -> None:
            progress((n + part) / scale.districts, written)

        _write_district(scale, seed, n, ids, span, Span(first_day, span.today), chances, written, done)
    _move_sequences()
    _close_months(span)
    progress(1.0, written)
    return written


def _write_district(
    scale: Scale,
    seed: int,
    n: int,
    ids: Ids,
    span: Span,
    career: Span,
    chances: list[float],
    written: Written,
    done: Callable[[float], None],
) -> None:
    district = plan(scale, seed, n, ids, span)
    done(0.02)
    taps = taps_of(seed, district, chances, career, lambda part: done(0.02 + 0.3 * part))
    with transaction.atomic():
        for name, columns, rows in tables.TABLES:
            written.facts += _copy(name, columns, rows(district))
        written.facts += _copy(*tables.PRESENCE, tables.presence_rows(taps))
        written.facts += _copy(*tables.SURPRISES, tables.surprise_rows(taps))
        done(0.35)
        _copy_taps(taps)
        written.taps += len(taps.rows)
        written.facts += len(taps.rows)
        done(0.5)
        _plan_for_few_keys()
        for part, records in _derive(sorted(taps.keys)):
            written.records += records
            done(0.5 + 0.5 * part)


def _copy(table: str, columns: str, rows: Iterable[Sequence[Any]]) -> int:
    count, guarded = 0, table in _GUARDED
    into = f"arriving_{table}" if guarded else table
    with _cursor() as cursor:
        if guarded:
            cursor.execute(f"CREATE TEMP TABLE {into} (LIKE {table}) ON COMMIT DROP".encode())
        with cursor.copy(f"COPY {into} ({columns}) FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(row)
                count += 1
        if guarded:
            move = f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {into}"  # noqa: S608 - names of our own
            cursor.execute(move.encode())
    return count


def _copy_taps(taps: Taps) -> None:
    statement = f"COPY tap ({', '.join(pack.COLUMNS)}) FROM STDIN (FORMAT BINARY)"
    rows = taps.packed()
    with _cursor() as cursor, cursor.copy(statement.encode()) as copy:
        copy.write(pack.HEADER)
        while chunk := b"".join(islice(rows, _TAPS_A_WRITE)):
            copy.write(chunk)
        copy.write(pack.TRAILER)


def _derive(keys: list[tuple[int, int, int]]) -> Iterator[tuple[float, int]]:
    """Derive the records of sorted keys, a thousand at a time; (part done, records made)."""
    for start in range(0, len(keys), _KEYS_AT_A_TIME):
        made = _run(derive(keys[start : start + _KEYS_AT_A_TIME], alone=True))
        yield min(1.0, (start + _KEYS_AT_A_TIME) / len(keys)), len(made.records)


def _plan_for_few_keys() -> None:
    """Until the transaction ends: tables that grew this minute have no statistics yet, and every read is by key."""
    with _cursor() as cursor:
        for name in ("enable_hashjoin", "enable_mergejoin", "enable_seqscan"):
            cursor.execute(f"SET LOCAL {name} = off".encode())
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")


def _run(script: Script[Any]) -> Any:
    with _cursor() as cursor:
        return run(cursor, script)


def _cursor() -> Cursor[Any]:
    """A plain cursor on Django's connection: it sends parameters apart, so that statements are planned once."""
    connection.ensure_connection()
    connection.connection.prepare_threshold = 2
    return Cursor(connection.connection)


def _move_sequences() -> None:
    """The next row of each table gets a key behind those written here; the application may only ask for the next."""
    move = "SELECT count(nextval(pg_get_serial_sequence({name}, 'id'))) FROM generate_series(1, ({highest}))"
    highest = sql.SQL("SELECT coalesce(max(id), 0) FROM {}")
    with _cursor() as cursor:
        for table in tables.KEYED:
            last = highest.format(sql.Identifier(table))
            cursor.execute(sql.SQL(move).format(name=sql.Literal(table), highest=last))


def _close_months(span: Span) -> None:
    """月締め of every ended month. Nobody else is at work here, so there is nobody to wait for."""
    today, at = date_of(span.today), tables.instant(start_of(span.today))
    with transaction.atomic():
        _run(months.announce(today, at))
        with _cursor() as cursor:
            cursor.execute(
                "SELECT min(month) - date '1970-01-01', max(month) - date '1970-01-01' FROM month_close"
            )
            ((first, last),) = cursor.fetchall()
        if first is None:
            return
        highest = _run(months.highest_worker())
        for after in range(0, highest, 2_000):
            _run(months.total_workers(after, after + 2_000, first, last))
        _run(months.finish(first, last, at))
