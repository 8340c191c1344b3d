"""読み取り: typed text becomes values, field by field. Loose as people type, exact in what is refused."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ccus.foundation.entry import reach, texts
from ccus.foundation.entry.block import Block, Field, Kind, Raw, Value, Values
from ccus.foundation.entry.dates import day
from ccus.foundation.entry.faults import OutOfBounds, Unreadable, missing, unreadable
from ccus.foundation.entry.showing import typed
from ccus.foundation.identifiers import digits_of, read_number
from ccus.foundation.japanese import half_width, tidy
from ccus.foundation.refusals import Refusal

Codes = Callable[[str], Collection[str]]
_TICKED = {"1", "on", "true", "yes"}
_NUMBER = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\s*(?:年|年間|か月|mmHg)?", re.IGNORECASE)
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Read:
    """読み取り: every field of the block by name, None where nothing was given or asked, and what was wrong.

    Dates are ISO texts, telephone numbers E.164, postal codes 7 digits, files keys; a tick is a bool, a number an int.
    """

    values: dict[str, Value]
    faults: tuple[Refusal, ...]


def read(block: Block, raw: Raw, *, today: date, codes: Codes) -> Read:
    """Read one row of a block as it was typed. Never raises; each fault names its field, in the order of the fields.

    `codes` says which codes of a list may be chosen. The block's own check is asked when all fields could be read.
    """
    values: dict[str, Value] = {}
    faults: list[Refusal] = []
    for field in block.fields:
        values[field.name] = None
        if not is_asked(block, field, values):
            continue
        try:
            values[field.name] = _value(field, raw.get(field.name) or "", today=today, codes=codes)
        except Refusal as fault:
            faults.append(fault)
    if not faults and block.check is not None:
        try:
            block.check(values)
        except Refusal as fault:
            faults.append(fault)
    return Read(values, tuple(faults))


def is_asked(block: Block, field: Field, values: Values) -> bool:
    """Whether a field is asked, given what was read before it (`only_with`, DATA-29)."""
    if field.only_with is None:
        return True
    name, wanted = field.only_with
    return typed(block[name], values.get(name)) == wanted


def _value(field: Field, text: str, *, today: date, codes: Codes) -> Value:
    if field.kind == Kind.TICK:
        is_ticked = tidy(text).lower() in _TICKED
        if field.is_required and not is_ticked:
            raise missing(field)
        return is_ticked
    value = _given(field, text, today=today, codes=codes) if tidy(text) else None
    if value in {None, ""}:
        if field.is_required:
            raise missing(field)
        return None
    return value


def _given(field: Field, text: str, *, today: date, codes: Codes) -> Value:
    if field.kind == Kind.DATE:
        return day(field, text, today=today).isoformat()
    if field.kind == Kind.CHOICE:
        return _choice(field, text, codes=codes)
    return _READERS[field.kind](field, text)


def _choice(field: Field, text: str, *, codes: Codes) -> str:
    chosen = tidy(text)
    if chosen not in codes(field.choices):
        raise Unreadable(
            f"{field.label}に、一覧にないもの（{chosen[:20]}）が選ばれています。一覧から選び直してください。",
            field.name,
        )
    return chosen


def _number(field: Field, text: str) -> int:
    plain = half_width(text).strip()
    found = _NUMBER.fullmatch(plain)
    if found is None:
        raise unreadable(field, plain, "数字だけで入力してください。")
    digits = found.group(1).replace(",", "").lstrip("0") or "0"
    is_huge = len(digits) > _MOST_DIGITS
    if is_huge or not field.least <= int(digits) <= field.most:
        raise OutOfBounds(
            f"{field.label}（{plain[:20]}）は、{field.least}から{field.most}までの数字にしてください。",
            field.name,
        )
    return int(digits)


def _digits(field: Field, text: str) -> str:
    digits = digits_of(half_width(text))
    if not re.fullmatch(r"[0-9]+", digits):
        raise unreadable(field, tidy(text), "数字だけで入力してください。")
    if field.digits and len(digits) != field.digits:
        raise Unreadable(
            f"{field.label}が{len(digits)}桁です。{field.digits}桁の数字を入力してください。", field.name
        )
    return texts.line(field, digits)


def _id14(field: Field, text: str) -> str:
    return read_number(half_width(text), label=field.label, field=field.name)


def _file(field: Field, text: str) -> str:
    try:
        return str(UUID(tidy(text)))
    except ValueError as error:
        raise Unreadable(
            f"{field.label}を読み取れませんでした。もう一度、撮って付けてください。", field.name
        ) from error


_READERS: dict[Kind, Callable[[Field, str], Value]] = {
    Kind.LINE: texts.line,
    Kind.TEXT: texts.text,
    Kind.KANA: texts.kana,
    Kind.ROMAN: texts.roman,
    Kind.DIGITS: _digits,
    Kind.NUMBER: _number,
    Kind.POSTCODE: reach.postcode,
    Kind.PHONE: reach.phone,
    Kind.MAIL: reach.mail,
    Kind.ID14: _id14,
    Kind.FILE: _file,
}
