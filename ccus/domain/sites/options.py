"""選択肢: the lists that the blocks of a site name."""

from ccus.domain.sites.terms import ClientClass, OrderForm, Post
from ccus.foundation.entry.options import Option, of_terms
from ccus.foundation.labelled import Labelled

_LISTS: dict[str, type[Labelled]] = {
    "client_class": ClientClass,
    "order_form": OrderForm,
    "post": Post,
}


def options(name: str) -> tuple[Option, ...]:
    """The options of a list. Raises KeyError."""
    return of_terms(_LISTS[name])


def label(name: str, code: str) -> str:
    """The words of a code; "" for none."""
    return _LISTS[name](code).label if code else ""
