"""表示: a value as pages and papers write it, and as a person would type it."""

from collections.abc import Callable
from datetime import date

from ccus.foundation.entry.block import Field, Kind, Value
from ccus.foundation.entry.reach import phone_words, postcode_words
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words

_WORDS: dict[Kind, Callable[[str], str]] = {
    Kind.DATE: lambda text: date_words(date.fromisoformat(text)),
    Kind.NUMBER: lambda text: f"{int(text):,}",
    Kind.POSTCODE: lambda text: f"〒{postcode_words(text)}",
    Kind.PHONE: phone_words,
    Kind.ID14: grouped,
    Kind.FILE: lambda _: "画像あり",
}


def show(field: Field, value: Value, *, label: Callable[[str, str], str]) -> str:
    """As pages and papers write it; nothing is "". `label` gives the words of a code: label(list, code)."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    text = str(value)
    if field.kind == Kind.CHOICE:
        return label(field.choices, text)
    words = _WORDS.get(field.kind)
    return words(text) if words else text


def typed(field: Field, value: Value) -> str:
    """Back to what a person would type; reading it gives the value again."""
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    match field.kind:
        case Kind.POSTCODE:
            return postcode_words(str(value))
        case Kind.PHONE:
            return phone_words(str(value))
        case _:
            return str(value)
