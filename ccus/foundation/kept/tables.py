"""区分の表: which table keeps a block, and how its columns become values and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db.models import Field, Model

from ccus.foundation.dated import DatedFact
from ccus.foundation.entry.block import Value, Values
from ccus.foundation.kept.catalogue import KeptBlock
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.refusals import Refusal


class CodeUnknown(Refusal):
    """知らない番号やコード: no such company, code or image (DATA-27)."""


def code_unknown(kept: KeptBlock, name: str, value: Value) -> CodeUnknown:
    """The refusal, in the words of the block's field."""
    label = kept.block[name].label
    return CodeUnknown(f"{label}（{value}）は、登録されていません。{label}をもう一度確かめてください。", name)


def as_value(column: object) -> Value:
    """What a column holds, as a plain value: an empty text is None, days are ISO texts, keys of files texts."""
    match column:
        case str():
            return column or None
        case None | bool() | int():
            return column
        case date():
            return column.isoformat()
        case UUID():
            return str(column)
        case _:
            raise TypeError(type(column))


def days_of(kept: KeptBlock, values: Values, *, otherwise: date) -> Period:
    """The days that the values of a block say they hold; from `otherwise` on where nothing is said."""
    since = values.get(kept.from_field) if kept.from_field else None
    last = values.get(kept.until_field) if kept.until_field else None
    from_on = date.fromisoformat(str(since)) if since else otherwise
    until_on = date.fromisoformat(str(last)) + ONE_DAY if last else None
    return Period.checked(from_on, until_on, label=kept.block.label, field=kept.until_field)


def day_values(kept: KeptBlock, valid_from: date, valid_until: date | None) -> dict[str, Value]:
    """The fields that say the days, from the days; the last day is the one before `valid_until`."""
    said: dict[str, Value] = {}
    if kept.from_field:
        said[kept.from_field] = valid_from.isoformat()
    if kept.until_field:
        said[kept.until_field] = (valid_until - ONE_DAY).isoformat() if valid_until else None
    return said


@dataclass(frozen=True, slots=True)
class Tables:
    """区分の表: block → table. `known_by`: what forms call a row whose key is a number of the database."""

    of_block: Mapping[str, type[DatedFact]]
    known_by: Mapping[type[Model], str]

    def column(self, kept: KeptBlock, name: str) -> "Field[Any, Any]":
        """The column of a field."""
        meta = self.of_block[kept.block.key]._meta  # noqa: SLF001 - public in Django in all but its name
        return cast("Field[Any, Any]", meta.get_field(name))

    def path(self, kept: KeptBlock, name: str) -> str:
        """The path by which a query reads the field as forms know it: `company__number`, `nationality_id`."""
        field = self.column(kept, name)
        related = field.related_model
        if related is None or isinstance(related, str):
            return name
        return f"{name}__{self.known_by[related]}" if related in self.known_by else field.attname

    def as_columns(self, kept: KeptBlock, values: Values) -> dict[str, object]:
        """Columns of a row for the values of a block, by attname. Raises `CodeUnknown`."""
        return dict(self._as_column(kept, name, values.get(name)) for name in kept.columns)

    def key_of(self, related: type[Model], value: Value) -> object:
        """The key of a row by what forms call it; None where there is none."""
        known_by = self.known_by.get(related, "pk")
        return related._default_manager.filter(**{known_by: value}).values_list("pk", flat=True).first()

    def _as_column(self, kept: KeptBlock, name: str, value: Value) -> tuple[str, object]:
        field = self.column(kept, name)
        related = field.related_model
        if related is not None and not isinstance(related, str):
            return field.attname, None if value is None else self._known(kept, name, related, value)
        if value is None:
            is_flag = field.get_internal_type() == "BooleanField"
            return name, None if field.null else (False if is_flag else "")
        is_day = field.get_internal_type() == "DateField"
        return name, date.fromisoformat(str(value)) if is_day else value

    def _known(self, kept: KeptBlock, name: str, related: type[Model], value: Value) -> object:
        found = self.key_of(related, value)
        if found is None:
            raise code_unknown(kept, name, value)
        return found
