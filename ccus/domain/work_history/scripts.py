"""手順: SQL steps written once for a plain cursor and for the asynchronous line of the readers' server."""

from collections.abc import Generator, Sequence
from typing import Any, Protocol, TypeVar

Rows = Sequence[Sequence[Any]]
T = TypeVar("T")
Script = Generator[tuple[str, dict[str, Any]], Rows, T]
"""Steps that yield (SQL, parameters) and are sent the rows ([] for a statement without any)."""


class Cursor(Protocol):
    """What `run` needs of a psycopg cursor."""

    @property
    def description(self) -> Any: ...

    def execute(self, query: Any, params: Any, /) -> Any: ...

    def fetchall(self) -> list[Any]: ...


def run(cursor: Cursor, script: Script[T]) -> T:
    """Run a script on a cursor, in whatever transaction the cursor is in."""
    try:
        sql, parameters = next(script)
        while True:
            cursor.execute(sql, parameters)
            sql, parameters = script.send(cursor.fetchall() if cursor.description else [])
    except StopIteration as end:
        result: T = end.value
        return result
