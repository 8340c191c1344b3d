"""区分と項目: a block of a paper form and its fields. Pure data; how typed text is read stands in `reading.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Raw = Mapping[str, str]
"""One row of a block as it was typed: field name → text. A choice is its code, a tick is "1", a file its key."""
Value = str | int | bool | None
Values = Mapping[str, Value]
"""One row of a block as it was read: field name → plain JSON value. Dates are ISO texts, nothing given is None."""


class Kind(StrEnum):
    """項目の種類: how a field is typed, read and shown."""

    LINE = "line"
    TEXT = "text"
    KANA = "kana"
    ROMAN = "roman"
    DIGITS = "digits"
    NUMBER = "number"
    DATE = "date"
    TICK = "tick"
    CHOICE = "choice"
    POSTCODE = "postcode"
    PHONE = "phone"
    MAIL = "mail"
    ID14 = "id14"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Field:
    """項目: one thing that a block asks.

    `choices` names a list of options (for workers: `ccus.domain.workers.options`). `longest` counts letters as
    people see them, `least` and `most` bound a NUMBER, `digits` is how many a DIGITS field has.
    `is_past`: a DATE that cannot lie ahead.
    `only_with` names a field and the value it must have for this one to be asked.
    """

    name: str
    label: str
    kind: Kind = Kind.LINE
    is_required: bool = False
    help: str = ""
    choices: str = ""
    longest: int = 120
    digits: int = 0
    least: int = 0
    most: int = 0
    is_past: bool = False
    autocomplete: str = ""
    only_with: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """区分: fields that belong together, once (`many` = 1) or in up to `many` rows.

    `check` looks at a row whose fields were read one by one, and raises a refusal that names one of them.
    """

    key: str
    label: str
    fields: tuple[Field, ...]
    many: int = 1
    help: str = ""
    check: Callable[[Values], None] | None = field(default=None, compare=False)

    def __getitem__(self, name: str) -> Field:
        """The field of that name. Raises KeyError."""
        for asked in self.fields:
            if asked.name == name:
                return asked
        raise KeyError(name)
