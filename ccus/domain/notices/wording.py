"""文面の形: a template, and the values that go into it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccus.domain.notices.terms import NoticeKind
from ccus.foundation.japanese import date_words


@dataclass(frozen=True, slots=True)
class Wording:
    """文面: title and body as templates with named values in braces."""

    kind: NoticeKind
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Written:
    """書かれた文面: ready to be read."""

    kind: NoticeKind
    title: str
    body: str


def fill(wording: Wording, values: dict[str, object]) -> Written:
    """The text with its values; days and numbers as people write them, several words as a list of lines.

    Raises KeyError for a value that the text needs and nobody gave.
    """
    said = {name: _said(value) for name, value in values.items()}
    return Written(wording.kind, wording.title.format_map(said), wording.body.format_map(said))


def _said(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Iterable):
        return "\n".join(f"・{line}" for line in value)
    raise TypeError(f"a text cannot say a {type(value).__name__}")
