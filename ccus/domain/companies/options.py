"""選択肢: the lists that the blocks of a company name."""

from functools import cache

from ccus.domain.codes.models import Prefecture
from ccus.domain.codes.terms import Joined
from ccus.domain.companies.terms import (
    LICENCE_TRADES,
    BillingPlace,
    CompanyForm,
    LicenceAuthority,
    LicenceGrade,
    LicenceHeld,
)
from ccus.foundation.entry.options import Option, of_terms

_TERMS = {
    "company_form": of_terms(CompanyForm),
    "licence_held": of_terms(LicenceHeld),
    "licence_authority": of_terms(LicenceAuthority),
    "licence_grade": of_terms(LicenceGrade),
    "licence_trade": tuple(Option(*trade) for trade in LICENCE_TRADES.items()),
    "billing_place": of_terms(BillingPlace),
    "joined": of_terms(Joined),
}
NAMES = frozenset({*_TERMS, "prefecture"})


@cache
def options(name: str) -> tuple[Option, ...]:
    """What may be chosen from a list, in its order. Raises KeyError."""
    if name == "prefecture":
        return tuple(
            Option(*row) for row in Prefecture.objects.order_by("place").values_list("code", "label")
        )
    return _TERMS[name]


@cache
def codes(name: str) -> frozenset[str]:
    """The codes that may be chosen from a list. Raises KeyError."""
    return frozenset(option.value for option in options(name))


def label(name: str, code: str) -> str:
    """The words of a code; the code itself where the list does not know it. Raises KeyError for an unknown list."""
    return next((option.label for option in options(name) if option.value == code), code)
