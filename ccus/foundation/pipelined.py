"""Prepared statements on one connection, several to a round trip (libpq's pipeline mode).

For the one road where every microsecond counts: the taps. psycopg connects and speaks the protocol; what is left out
is its cursor, which costs more than the statement. A statement is prepared when a connection first meets it.
"""

import asyncio
import re
from collections.abc import Mapping
from typing import Any, Self

from psycopg import AsyncConnection, OperationalError
from psycopg.adapt import Transformer
from psycopg.errors import Diagnostic, error_from_result
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGresult

from ccus.foundation.binary_arrays import PACKERS

Row = tuple[Any, ...]
_PARAMETER = re.compile(r"%\((\w+)\)b(?:::(\w+(?:\[\])?))?")
_GOOD = {ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK, ExecStatus.PIPELINE_ABORTED}
_WARNING = "01000"
_SETTINGS = {
    "jit": "off",
    "plan_cache_mode": "force_generic_plan",
    # Every read here is a handful of keys against big tables: nested loops over indexes, whatever the statistics say.
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "enable_seqscan": "off",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "Asia/Tokyo",
}


class Statement:
    """An SQL text with parameters `%(name)b::type`; the type of each says how its value is packed."""

    def __init__(self, name: str, text: str) -> None:
        types: dict[str, str] = {}
        for parameter, cast in _PARAMETER.findall(text):
            types.setdefault(parameter, cast)
        places = {parameter: f"${place}" for place, parameter in enumerate(types, 1)}
        self.name = name.encode()
        self.sql = _PARAMETER.sub(
            lambda found: f"{places[found[1]]}::{found[2]}" if found[2] else places[found[1]], text
        ).encode()
        self.packers = [(parameter, PACKERS[cast]) for parameter, cast in types.items()]
        self.formats = [Format.BINARY] * len(types)

    def pack(self, values: Mapping[str, Any]) -> list[bytes | None]:
        """The values in the order and form that the prepared statement wants."""
        return [packer(values[parameter]) for parameter, packer in self.packers]


BEGIN, COMMIT, ROLLBACK = (
    Statement("begin", "begin"),
    Statement("commit", "commit"),
    Statement("rollback", "rollback"),
)
Call = tuple[Statement, Mapping[str, Any]]
NOTHING: Mapping[str, Any] = {}


class PipelinedConnection:
    """接続: runs prepared statements and returns their rows. For one user; once broken, broken for good."""

    def __init__(self, connection: AsyncConnection[Any]) -> None:
        self._connection = connection
        self._libpq = connection.pgconn
        self._socket = self._libpq.socket
        self._loop = asyncio.get_running_loop()
        self._reading = Transformer(connection)
        self._results: list[PGresult] = []
        self._finished: asyncio.Future[None] | None = None
        self._is_writing = False
        self._prepared: set[bytes] = set()
        self.was_warned = False
        self.is_broken = False

    @classmethod
    async def open(cls, url: str) -> Self:
        """Connect. Raises psycopg.OperationalError where nobody answers within five seconds."""
        options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
        connection = await AsyncConnection.connect(url, autocommit=True, options=options, connect_timeout=5)
        self = cls(connection)
        connection.add_notice_handler(self._note)
        self._libpq.enter_pipeline_mode()
        self._loop.add_reader(self._socket, self._read)
        return self

    def close(self) -> None:
        """Let go of the line; a transaction under way is rolled back by the server."""
        self._forget()
        self._libpq.finish()

    def _forget(self) -> None:
        self._loop.remove_reader(self._socket)
        if self._is_writing:
            self._loop.remove_writer(self._socket)
            self._is_writing = False

    def _note(self, diagnostic: Diagnostic) -> None:
        self.was_warned = self.was_warned or diagnostic.sqlstate == _WARNING

    async def run(self, *calls: Call) -> list[list[Row]]:
        """Send all statements at once, return the rows of each. Raises the psycopg error of the first that failed."""
        new: dict[int, bytes] = {}
        sent = 0
        for statement, values in calls:
            parameters = statement.pack(values)
            if statement.name not in self._prepared and statement.name not in new.values():
                self._libpq.send_prepare(statement.name, statement.sql)
                new[sent] = statement.name
                sent += 1
            self._libpq.send_query_prepared(
                statement.name, parameters, statement.formats, result_format=Format.BINARY
            )
            sent += 1
        results = await self._round_trip()
        self._prepared.update(
            name for place, name in new.items() if results[place].status == ExecStatus.COMMAND_OK
        )
        for result in results:
            if result.status not in _GOOD:
                raise error_from_result(result)
        return [self._rows(result) for place, result in enumerate(results) if place not in new]

    def _rows(self, result: PGresult) -> list[Row]:
        if not result.ntuples:
            return []
        self._reading.set_pgresult(result)
        return self._reading.load_rows(0, result.ntuples, tuple)

    async def _round_trip(self) -> list[PGresult]:
        self._results = []
        self._finished = self._loop.create_future()
        self._libpq.pipeline_sync()
        self._write()
        try:
            await self._finished
        finally:
            self._finished = None
        return self._results

    def _write(self) -> None:
        try:
            is_left = bool(self._libpq.flush())
        except OperationalError as broken:
            self._fail(broken)
            return
        if is_left and not self._is_writing:
            self._loop.add_writer(self._socket, self._write)
        elif not is_left and self._is_writing:
            self._loop.remove_writer(self._socket)
        self._is_writing = is_left

    def _read(self) -> None:
        try:
            self._libpq.consume_input()
        except OperationalError as broken:
            self._fail(broken)
            return
        had_result = True
        while not self._libpq.is_busy():
            result = self._libpq.get_result()
            if result is None:
                if not had_result:
                    return
                had_result = False
            elif result.status == ExecStatus.PIPELINE_SYNC:
                if self._finished is not None and not self._finished.done():
                    self._finished.set_result(None)
                return
            else:
                had_result = True
                self._results.append(result)

    def _fail(self, broken: OperationalError) -> None:
        self._forget()
        self.is_broken = True
        if self._finished is not None and not self._finished.done():
            self._finished.set_exception(broken)
