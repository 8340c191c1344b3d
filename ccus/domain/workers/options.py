"""選択肢: the lists that the blocks of a worker name. Code tables change by migration only: read once a process."""

from functools import cache

from django.db.models import Model

from ccus.domain.codes.models import (
    Country,
    InsuranceKind,
    Prefecture,
    QualificationType,
    ResidenceStatus,
    SpecialCheck,
    Trade,
)
from ccus.domain.codes.terms import InsuranceBranch, Joined, QualificationKind
from ccus.domain.workers.terms import Blood, Employment, NameSource, Rhesus, Sex
from ccus.foundation.entry.options import Option, of_terms
from ccus.foundation.labelled import Labelled

_TERMS: dict[str, type[Labelled]] = {
    "name_source": NameSource,
    "sex": Sex,
    "blood": Blood,
    "rhesus": Rhesus,
    "employment": Employment,
    "joined": Joined,
}
_PLAIN: dict[str, type[Model]] = {
    "country": Country,
    "residence_status": ResidenceStatus,
    "prefecture": Prefecture,
    "special_check": SpecialCheck,
}
_INSURANCE = {f"{branch}_insurance": branch for branch in InsuranceBranch}
NAMES = frozenset({*_TERMS, *_PLAIN, *_INSURANCE, "trade", "core_qualification", "qualification"})


@cache
def options(name: str) -> tuple[Option, ...]:
    """What may be chosen from a list, in its order. Raises KeyError for a list that does not exist."""
    if name in _TERMS:
        return of_terms(_TERMS[name])
    if name in _PLAIN:
        rows = _PLAIN[name]._default_manager.order_by("place").values_list("code", "label")
        return tuple(Option(*row) for row in rows)
    if name in _INSURANCE:
        return tuple(kind for kind in _insurance_kinds(name) if not kind.value.endswith("_exempt"))
    return {"trade": _trades, "core_qualification": _core_workers, "qualification": _qualifications}[name]()


@cache
def codes(name: str) -> frozenset[str]:
    """The codes that may be chosen from a list. Raises KeyError."""
    return frozenset(option.value for option in options(name))


def label(name: str, code: str) -> str:
    """The words of a code; the code itself where the list does not know it. Raises KeyError for an unknown list."""
    return _labels(name).get(code, code)


@cache
def _labels(name: str) -> dict[str, str]:
    every = _insurance_kinds(name) if name in _INSURANCE else options(name)
    return {option.value: option.label for option in every}


def _insurance_kinds(name: str) -> tuple[Option, ...]:
    kinds = InsuranceKind.objects.filter(branch=_INSURANCE[name]).order_by("id")
    return tuple(Option(*row) for row in kinds.values_list("code", "label"))


def _trades() -> tuple[Option, ...]:
    """職種 below their groups; a group is chosen itself where its sub-trades are not known, or none of them fits."""
    rows = list(Trade.objects.select_related("group").order_by("id"))
    with_parts = {row.group_id for row in rows}
    ordered = sorted(rows, key=lambda row: (row.group_id or row.pk, row.group_id is None, row.pk))
    return tuple(
        Option(
            row.code,
            f"その他の{row.label}" if row.pk in with_parts and "その他" not in row.label else row.label,
            row.group.label if row.group else row.label,
        )
        for row in ordered
    )


def _core_workers() -> tuple[Option, ...]:
    rows = QualificationType.objects.filter(kind=QualificationKind.CORE).order_by("place")
    return tuple(Option(*row) for row in rows.values_list("code", "label"))


def _qualifications() -> tuple[Option, ...]:
    rows = QualificationType.objects.exclude(kind=QualificationKind.CORE).order_by("place")
    order = list(QualificationKind)
    found = sorted(rows, key=lambda row: order.index(QualificationKind(row.kind)))
    return tuple(Option(row.code, row.label, QualificationKind(row.kind).label) for row in found)
