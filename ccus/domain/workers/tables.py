"""登録情報の表: which table keeps a block, and how its columns become values and back."""

from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from django.db.models import Field, Model

from ccus.domain.codes.models import InsuranceKind, Trade
from ccus.domain.companies.models import Company
from ccus.domain.evidence.models import Evidence
from ccus.domain.workers import models
from ccus.domain.workers.blocks.catalogue import Registered
from ccus.foundation.dated import DatedFact
from ccus.foundation.entry.block import Value, Values
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal

TABLES: dict[str, type[DatedFact]] = {
    "name": models.WorkerName,
    "photo": models.Portrait,
    "status": models.PersonalStatus,
    "blood": models.BloodGroup,
    "contact": models.Contact,
    "emergency": models.EmergencyContact,
    "affiliation": models.Affiliation,
    "insurance": models.SocialInsurance,
    "retirement": models.RetirementAid,
    "health": models.HealthCheck,
    "special_health": models.SpecialHealthCheck,
    "trades": models.WorkerTrade,
    "experience": models.Experience,
    "schooling": models.Schooling,
    "core": models.CoreWorkerQualification,
    "qualifications": models.Qualification,
    "training": models.Training,
    "awards": models.Award,
}
_KNOWN_BY: dict[type[Model], str] = {Trade: "code", InsuranceKind: "code", Company: "number", Evidence: "key"}
"""What forms call a row whose key is a number of the database."""
_ONE_DAY = timedelta(days=1)


class CodeUnknown(Refusal):
    """知らない番号やコード: no such company, code or image (DATA-27)."""


def code_unknown(registered: Registered, name: str, value: Value) -> CodeUnknown:
    """The refusal, in the words of the block's field."""
    label = registered.block[name].label
    return CodeUnknown(f"{label}（{value}）は、登録されていません。{label}をもう一度確かめてください。", name)


def trade_key(registered: Registered, name: str, code: Value) -> int:
    """The key of a trade by its code. Raises `CodeUnknown`."""
    found = _find(Trade, code)
    if not isinstance(found, int):
        raise code_unknown(registered, name, code)
    return found


def column(registered: Registered, name: str) -> "Field[Any, Any]":
    """The column of a field."""
    return cast("Field[Any, Any]", TABLES[registered.block.key]._meta.get_field(name))  # noqa: SLF001 - Django's


def path(registered: Registered, name: str) -> str:
    """The path by which a query reads the field as forms know it: `company__number`, `nationality_id`, `street`."""
    field = column(registered, name)
    related = field.related_model
    if related is None or isinstance(related, str):
        return name
    return f"{name}__{_KNOWN_BY[related]}" if related in _KNOWN_BY else field.attname


def as_value(kept: object) -> Value:
    """What a column holds, as a plain value: an empty text is None, days are ISO texts, keys of files texts."""
    match kept:
        case None | "":
            return None
        case bool() | int() | str():
            return kept
        case date():
            return kept.isoformat()
        case UUID():
            return str(kept)
        case _:
            raise TypeError(type(kept))


def as_columns(registered: Registered, values: Values) -> dict[str, object]:
    """Columns of a row for the values of a block, by attname. Raises `CodeUnknown`."""
    return dict(_as_column(registered, name, values.get(name)) for name in registered.columns)


def days_of(registered: Registered, values: Values, *, otherwise: date) -> Period:
    """The days that the values of a block say they hold; from `otherwise` on where nothing is said."""
    since = values.get(registered.from_field) if registered.from_field else None
    last = values.get(registered.until_field) if registered.until_field else None
    from_on = date.fromisoformat(str(since)) if since else otherwise
    until_on = date.fromisoformat(str(last)) + _ONE_DAY if last else None
    return Period.checked(from_on, until_on, label=registered.block.label, field=registered.until_field)


def day_values(registered: Registered, valid_from: date, valid_until: date | None) -> dict[str, Value]:
    """The fields that say the days, from the days; the last day is the one before `valid_until`."""
    said: dict[str, Value] = {}
    if registered.from_field:
        said[registered.from_field] = valid_from.isoformat()
    if registered.until_field:
        said[registered.until_field] = (valid_until - _ONE_DAY).isoformat() if valid_until else None
    return said


def _as_column(registered: Registered, name: str, value: Value) -> tuple[str, object]:
    field = column(registered, name)
    related = field.related_model
    if related is not None and not isinstance(related, str):
        return field.attname, None if value is None else _key(registered, name, related, value)
    if value is None:
        return name, None if field.null else (False if field.get_internal_type() == "BooleanField" else "")
    is_day = field.get_internal_type() == "DateField"
    return name, date.fromisoformat(str(value)) if is_day else value


def _key(registered: Registered, name: str, related: type[Model], value: Value) -> object:
    found = _find(related, value)
    if found is None:
        raise code_unknown(registered, name, value)
    return found


def _find(related: type[Model], value: Value) -> object:
    known_by = _KNOWN_BY.get(related, "pk")
    return related._default_manager.filter(**{known_by: value}).values_list("pk", flat=True).first()
