"""記録: what a database says of an error goes into the log without what people typed (APP-18), an address without
the secret in it (SITE-20, RESET-06).
"""

import logging
import re
from collections.abc import Iterator

import psycopg
from django.db import Error

_SECRET = re.compile(r"(?<=/)[\w-]{43}(?=[/?#\s]|$)|(?<=/stop/)[\w-]{36}", re.ASCII)
"""A part of an address that is a token of 256 bits, or stops a request: whoever reads it in a log could use it."""


class WithoutValues(logging.Formatter):
    """Of an error of the database its kind, code and constraint; no sentence, LINE, DETAIL or CONTEXT."""

    def format(self, record: logging.LogRecord) -> str:
        """The line and its traceback. Words of the error are replaced wherever they stand."""
        text = super().format(record)
        args = record.args if isinstance(record.args, tuple) else ()
        given = [record.exc_info[1] if record.exc_info else None, *args, record.msg]
        for error in (each for one in given for each in _chain(one, set())):
            text = text.replace(str(error), _told(error))
            for line in filter(None, map(str.strip, str(error).splitlines())):
                text = text.replace(line, "…")
        return _SECRET.sub("…", text)


def _chain(error: object, seen: set[int]) -> Iterator[Error | psycopg.Error]:
    """The errors of the database among an error and those behind it."""
    if not isinstance(error, BaseException) or id(error) in seen:
        return
    seen.add(id(error))
    if isinstance(error, (Error, psycopg.Error)) and str(error):
        yield error
    for behind in (error.__cause__, error.__context__, *getattr(error, "exceptions", ())):
        yield from _chain(behind, seen)


def _told(error: Error | psycopg.Error) -> str:
    told = error if isinstance(error, psycopg.Error) else error.__cause__
    if not isinstance(told, psycopg.Error):
        return "…"
    names = (told.sqlstate, told.diag.table_name, told.diag.column_name, told.diag.constraint_name)
    return " ".join(filter(None, names)) or "…"
