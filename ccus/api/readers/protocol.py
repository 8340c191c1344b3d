"""プロトコル: what readers send and get, version 1 (`docs/api/readers-v1.yaml` is made from these structs).

Japanese term: カードリーダー接続仕様. Rules: `docs/rules/taps.md`.
"""

import json
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

from ccus.domain.work_history import rules
from ccus.domain.work_history.arrivals import Contact, Reading, Unreadable
from ccus.domain.work_history.folding import card_key
from ccus.domain.work_history.terms import Direction, Outcome, Reason, Shown
from ccus.foundation.uuid7 import is_uuid7, time_of

MOST_TAPS = 1_000
LONGEST_BODY = 512 * 1024
LARGEST_OFFSET = 100 * 366 * rules.DAY

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Instant = Annotated[datetime, msgspec.Meta(tz=True)]


class Tap(msgspec.Struct, gc=False):
    """読み取り: one card at a gate. The time in `id` (UUID version 7) equals `at`, the reader's own clock (TAP-03)."""

    id: UUID
    seq: Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
    card: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    at: _Instant
    direction: Literal["in", "out", "auto"]
    shown: Literal["recorded", "kept", "not_recorded"]
    offset_ms: Annotated[int, msgspec.Meta(ge=-LARGEST_OFFSET, le=LARGEST_OFFSET)] | None = None


class Taps(msgspec.Struct):
    """送信: 1 to 1,000 taps, at most 512 kB. `sent_at` is the reader's own clock when it sent."""

    sent_at: _Instant
    taps: Annotated[list[Tap], msgspec.Meta(min_length=1, max_length=MOST_TAPS)]


class ReasonSent(msgspec.Struct):
    """理由: its number, what is the matter, and who can mend it."""

    code: str
    sentence: str
    who: str


class Result(msgspec.Struct, gc=False):
    """結果: final for the reader, which deletes its entry with this `id`."""

    id: UUID | str | None
    outcome: Literal["recorded", "recorded_with_notice", "not_recorded", "malformed"]
    direction: Literal["in", "out"] | None
    reasons: msgspec.Raw
    name_kana: str | None
    work_on: str | None
    days_this_month: int | None


class Results(msgspec.Struct):
    """返答: one result a tap, in the order sent. `acked_seq`: the run of numbers held, from the first one sent."""

    received_at: str
    acked_seq: int | None
    results: list[Result]


class Fault(msgspec.Struct):
    """誤り: what is wrong with the request as a whole."""

    code: str
    sentence: str


class Refused(msgspec.Struct):
    """お断り: nothing of the request was kept."""

    error: Fault


class BadRequest(Exception):
    """読めない送信: the body as a whole is not what the protocol asks for; the message says why, in Japanese."""


class Request:
    """一回の送信: the contact that the tap road takes, and where each item's answer belongs."""

    def __init__(self, contact: Contact) -> None:
        self.contact = contact
        self.ids: list[UUID | str | None] = []
        self.items: list[Reading | Unreadable] = []


class _Loose(msgspec.Struct):
    sent_at: _Instant
    taps: list[msgspec.Raw]


_decoder = msgspec.json.Decoder(Taps)
_loose_decoder = msgspec.json.Decoder(_Loose)
_tap_decoder = msgspec.json.Decoder(Tap)
encode = msgspec.json.Encoder().encode
_DIRECTIONS = {"in": Direction.IN, "out": Direction.OUT, "auto": Direction.AUTO}
_SHOWN = {"recorded": Shown.RECORDED, "kept": Shown.KEPT, "not_recorded": Shown.NOT_RECORDED}
_OUTCOMES: dict[Outcome | None, Any] = {outcome: outcome.name.lower() for outcome in Outcome}
_COUNTED: dict[Direction | None, Any] = {Direction.IN: "in", Direction.OUT: "out", None: None}


def milliseconds(at: datetime) -> int:
    """An instant as whole milliseconds since 1970, the rest cut off."""
    since = at - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1000 + since.microseconds // 1000


def instant(ms: int) -> str:
    """An instant as the protocol writes it."""
    return (_EPOCH + timedelta(milliseconds=ms)).isoformat(timespec="milliseconds")


def read(body: bytes, token: bytes, received: int) -> Request:
    """A body as a request. An item that is no tap harms no other (TAP-06). Raises BadRequest."""
    try:
        sent = _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _read_loosely(body, token, received)
    request = Request(Contact(token, received, _contact_offset(sent.sent_at, received)))
    for tap in sent.taps:
        _add(request, tap)
    return request


def _add(request: Request, tap: Tap, body: bytes | None = None) -> None:
    at = milliseconds(tap.at)
    identifier = tap.id
    if time_of(identifier) != at or not is_uuid7(identifier):
        why = "id は UUID 版7で、その時刻が at と同じでなければなりません。"
        _add_unreadable(request, body or encode(tap), why, str(identifier))
        return
    if abs(at - request.contact.received) > LARGEST_OFFSET:
        _add_unreadable(request, body or encode(tap), "at の時刻がありえません。", str(identifier))
        return
    if "\0" in tap.card:
        _add_unreadable(request, body or encode(tap), "card に使えない文字が入っています。", str(identifier))
        return
    key, direction = card_key(tap.card), _DIRECTIONS[tap.direction]
    reading = Reading(
        identifier.bytes, tap.seq, tap.card, key, at, tap.offset_ms, direction, _SHOWN[tap.shown]
    )
    request.contact.readings.append(reading)
    request.items.append(reading)
    request.ids.append(identifier)


def _add_unreadable(request: Request, body: bytes, why: str, identifier: str | None) -> None:
    item = Unreadable(body, why)
    request.contact.unreadable.append(item)
    request.items.append(item)
    request.ids.append(identifier)


def _contact_offset(sent_at: datetime, received: int) -> int:
    offset = received - milliseconds(sent_at)
    if abs(offset) > LARGEST_OFFSET:
        raise BadRequest("sent_at の時刻がありえません。端末の時計を合わせてください。")
    return offset


def _read_loosely(body: bytes, token: bytes, received: int) -> Request:
    sent_at, bodies = _items(body)
    if not 1 <= len(bodies) <= MOST_TAPS:
        raise BadRequest(
            f"taps は1件から{MOST_TAPS}件までです({len(bodies)}件ありました)。分けて送ってください。"
        )
    request = Request(Contact(token, received, _contact_offset(sent_at, received)))
    for item in bodies:
        try:
            tap = _tap_decoder.decode(item)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
            _add_unreadable(request, item, str(fault), _id_in(item))
        else:
            _add(request, tap, item)
    return request


def _items(body: bytes) -> tuple[datetime, list[bytes]]:
    """When it was sent, and each item's own bytes."""
    try:
        loose = _loose_decoder.decode(body)
    except msgspec.ValidationError as fault:
        raise BadRequest(f"送信の形が決められたものではありません({fault})。") from fault
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _items_of_odd_text(body)
    return loose.sent_at, [bytes(item) for item in loose.taps]


def _items_of_odd_text(body: bytes) -> tuple[datetime, list[bytes]]:
    """The same for JSON whose strings hold half characters: the standard decoder reads on where msgspec stops."""
    try:
        sent = json.loads(body.decode("utf-8", "surrogateescape"), parse_constant=_no_constant)
        head = msgspec.convert({"sent_at": sent["sent_at"], "taps": []}, _Loose)
        taps = list(sent["taps"])
    except (ValueError, TypeError, KeyError, RecursionError, msgspec.ValidationError) as fault:
        raise BadRequest("JSON として読めません。途中で切れていないか確かめてください。") from fault
    return head.sent_at, [json.dumps(tap).encode() for tap in taps]


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _id_in(item: bytes) -> str | None:
    try:
        found = json.loads(item.decode("utf-8", "surrogateescape"))
    except (ValueError, RecursionError):
        return None
    identifier = found.get("id") if isinstance(found, dict) else None
    return (
        identifier if isinstance(identifier, str) and identifier.isascii() and len(identifier) <= 64 else None
    )


def body_of(reading: Reading) -> bytes:
    """A reading as JSON again, to be kept where the table of taps does not take it."""
    return encode(
        {
            "id": UUID(bytes=reading.id),
            "seq": reading.seq,
            "card": reading.card,
            "at": instant(reading.at),
            "direction": reading.direction.name.lower(),
            "offset_ms": reading.offset,
            "shown": reading.shown.name.lower(),
        }
    )


@lru_cache(maxsize=4096)
def _reasons(reasons: tuple[Reason, ...]) -> msgspec.Raw:
    return msgspec.Raw(encode([ReasonSent(r.code, r.text.sentence, r.text.mended_by) for r in reasons]))


@lru_cache(maxsize=4096)
def _date(day: int | None) -> str | None:
    return None if day is None else rules.date_of(day).isoformat()


_MALFORMED = _reasons((Reason.MALFORMED,))


def _result(identifier: UUID | str | None, item: Reading | Unreadable) -> Result:
    if isinstance(item, Unreadable):
        return Result(identifier, "malformed", None, _MALFORMED, None, None, None)
    return Result(
        identifier,
        _OUTCOMES[item.outcome],
        _COUNTED[item.counted],
        _reasons(item.reasons),
        item.name,
        _date(item.day),
        item.days_this_month,
    )


def answer(request: Request) -> bytes:
    """The body of a 200: every tap with what became of it, in the order sent."""
    held = {item.seq for item in request.items if isinstance(item, Reading)}
    acked = min(held, default=None)
    while acked is not None and acked + 1 in held:
        acked += 1
    results = [_result(identifier, item) for identifier, item in zip(request.ids, request.items, strict=True)]
    return encode(Results(instant(request.contact.received), acked, results))


def stored_answer(identifier: UUID, reading: Reading) -> bytes:
    """The body of a 200 for one tap that is held."""
    return encode(_result(identifier, reading))


def refusal(code: str, sentence: str) -> bytes:
    """The body of a refusal."""
    return encode(Refused(Fault(code, sentence)))
