"""選択肢: what may be chosen from a list of a form."""

from collections.abc import Iterable
from dataclasses import dataclass

from ccus.foundation.labelled import Labelled


@dataclass(frozen=True, slots=True)
class Option:
    """選択肢: `value` is the code that is kept, `group` the heading it stands below."""

    value: str
    label: str
    group: str = ""


def of_terms(terms: Iterable[Labelled]) -> tuple[Option, ...]:
    """The options of a list of terms, in its order."""
    return tuple(Option(term.value, term.label) for term in terms)
