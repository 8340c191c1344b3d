"""区分の表: which table keeps a block, and how its columns become values and back."""

from collections.abc import Iterable, Mapping
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

Known = Mapping[type[Model], Mapping[str, object]]
"""Table → what forms call its rows, as text → key."""


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
        related = self._related(kept, name)
        if related is None:
            return name
        known_by = self.known_by.get(related)
        return f"{name}__{known_by}" if known_by else self.column(kept, name).attname

    def known(self, kept: KeptBlock, rows: Iterable[Values]) -> Known:
        """The keys of every code, company and image that the rows name; one statement for each table of them."""
        named: dict[type[Model], set[Value]] = {}
        for values in rows:
            for name in kept.columns:
                related, value = self._related(kept, name), values.get(name)
                if related is not None and value is not None:
                    named.setdefault(related, set()).add(value)
        return {related: self.keys_of(related, values) for related, values in named.items()}

    def as_columns(self, kept: KeptBlock, values: Values, known: Known | None = None) -> dict[str, object]:
        """Columns of a row for the values of a block, by attname. Raises `CodeUnknown`."""
        keys = self.known(kept, [values]) if known is None else known
        return dict(self._as_column(kept, name, values.get(name), keys) for name in kept.columns)

    def keys_of(self, related: type[Model], values: Iterable[Value]) -> dict[str, object]:
        """Of rows by what forms call them, as text, their keys; those that do not exist are left out."""
        known_by = self.known_by.get(related, "pk")
        found = related._default_manager.filter(**{f"{known_by}__in": list(values)})
        return {str(name): key for name, key in found.values_list(known_by, "pk")}

    def key_of(self, related: type[Model], value: Value) -> object:
        """The key of a row by what forms call it; None where there is none."""
        return self.keys_of(related, [value]).get(str(value))

    def _related(self, kept: KeptBlock, name: str) -> type[Model] | None:
        related = self.column(kept, name).related_model
        return None if related is None or isinstance(related, str) else related

    def _as_column(self, kept: KeptBlock, name: str, value: Value, known: Known) -> tuple[str, object]:
        field = self.column(kept, name)
        related = self._related(kept, name)
        if related is not None:
            return field.attname, None if value is None else _key(kept, name, value, known.get(related, {}))
        if value is None:
            is_flag = field.get_internal_type() == "BooleanField"
            return name, None if field.null else (False if is_flag else "")
        is_day = field.get_internal_type() == "DateField"
        return name, date.fromisoformat(str(value)) if is_day else value


def _key(kept: KeptBlock, name: str, value: Value, keys: Mapping[str, object]) -> object:
    if str(value) not in keys:
        raise code_unknown(kept, name, value)
    return keys[str(value)]
