"""選択肢: the lists that the blocks of a site name."""

from ccus.domain.sites.terms import ClientClass, OrderForm, Post
from ccus.foundation.entry.options import Option

_LISTS: dict[str, type[ClientClass] | type[OrderForm] | type[Post]] = {
    "client_class": ClientClass,
    "order_form": OrderForm,
    "post": Post,
}


def options(name: str) -> tuple[Option, ...]:
    """The options of a list. Raises KeyError."""
    return tuple(Option(term.value, term.label) for term in _LISTS[name])


def label(name: str, code: str) -> str:
    """The words of a code; "" for none."""
    return _LISTS[name](code).label if code else ""
