"""Taps as PostgreSQL's COPY reads them in binary form: one `struct` a row, no object a column."""

from functools import cache
from struct import Struct

from ccus.demo.answers import Answer
from ccus.demo.gates import Reading

COLUMNS = (
    "reader", "id", "at", "seq", "happened_at", "received_at", "place", "card", "worker", "direction", "offset_ms",
    "shown", "outcome", "reasons", "told_name", "work_on", "days_this_month", "counted_as",
)  # fmt: skip
HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
TRAILER = b"\xff\xff"

_NULL = b"\xff\xff\xff\xff"
_EPOCH_MS, _EPOCH_DAY = 946_684_800_000, 10_957
_HEAD = Struct("!hiqi16siqi").pack
_TAIL = Struct("!iqiqiqi").pack
_INT8, _INT4, _INT2 = Struct("!iq").pack, Struct("!ii").pack, Struct("!ih").pack
SEQ = Struct("!q").pack


def row(reading: Reading, answer: Answer, worker: int | None, identifier: bytes) -> tuple[bytes, bytes]:
    """A row in two parts; the reader's own number of the tap (`SEQ`) goes between them."""
    head = _HEAD(len(COLUMNS), 8, reading.reader.id, 16, identifier, 8, (reading.at - _EPOCH_MS) * 1000, 8)
    tail = b"".join((
        _TAIL(
            8, (reading.happened - _EPOCH_MS) * 1000, 8, (reading.received - _EPOCH_MS) * 1000,
            8, reading.stint.site.id, len(reading.typed),
        ),
        reading.typed.encode(),
        _NULL if worker is None else _INT8(8, worker),
        _small(reading.direction),
        _NULL if reading.offset is None else _INT8(8, reading.offset),
        _small(reading.shown),
        _small(answer.outcome),
        _reasons(answer.reasons),
        _text(answer.told_name),
        _NULL if answer.work_day is None else _INT4(4, answer.work_day - _EPOCH_DAY),
        _small(answer.days_this_month),
        _small(answer.counted_as),
    ))  # fmt: skip
    return head, tail


@cache
def _small(value: int | None) -> bytes:
    return _NULL if value is None else _INT2(2, value)


@cache
def _reasons(codes: tuple[int, ...]) -> bytes:
    values = b"".join(_INT2(2, code) for code in codes)
    body = Struct("!iiI").pack(1 if codes else 0, 0, 21) + (_INT4(len(codes), 1) if codes else b"") + values
    return len(body).to_bytes(4, "big") + body


def _text(value: str | None) -> bytes:
    if value is None:
        return _NULL
    written = value.encode()
    return len(written).to_bytes(4, "big") + written
