"""PostgreSQL reads what `binary_arrays` packs."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from ccus.foundation.binary_arrays import PACKERS

ID = UUID("019a9f3f-1234-7abc-8def-0123456789ab")
VALUES: list[tuple[str, list[Any], list[Any]]] = [
    ("int8[]", [1, -2, 2**62], [1, -2, 2**62]),
    ("int8[]", [1, None, -(2**63)], [1, None, -(2**63)]),
    ("int4[]", [], []),
    ("int2[]", [0, -1, 32767], [0, -1, 32767]),
    ("text[]", ["", "髙橋", "x" * 300], ["", "髙橋", "x" * 300]),
    ("text[]", [None, "a"], [None, "a"]),
    ("uuid[]", [ID.bytes, ID.bytes], [ID, ID]),
    ("bytea[]", [b"", b"\0\xff"], [b"", b"\0\xff"]),
    ("date[]", [0, None, 20_000], [date(1970, 1, 1), None, date(2024, 10, 4)]),
    ("timestamptz[]", [0, 1], [datetime(1970, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, 0, 0, 0, 1000, UTC)]),
]


@pytest.mark.parametrize(("kind", "values", "meant"), VALUES)
def test_an_array_arrives_as_it_was_packed(db: None, kind: str, values: list[Any], meant: list[Any]) -> None:
    with connection.cursor() as cursor:
        libpq = cursor.connection.pgconn
        result = libpq.exec_params(
            f"select $1::{kind}::text".encode(), [PACKERS[kind](values)], param_formats=[1]
        )
        assert result.status == 2, result.error_message
        cursor.execute(f"select %s::{kind}", [result.get_value(0, 0).decode()])
        assert cursor.fetchone() == (meant,)
