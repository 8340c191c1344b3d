"""非公開: what stands in place of an item that is not shown. It can be printed, and nothing else (DISC-04)."""

from typing import Any, Final, Never, TypeGuard


class HiddenItem(Exception):
    """非公開の項目を読んだ: a mistake in the page, never an answer to a person."""


class Hidden:
    """非公開: `str()` says so; asking for a value, a length, a truth or a comparison raises `HiddenItem`."""

    __slots__ = ()

    def __str__(self) -> str:
        return "非公開"

    def __repr__(self) -> str:
        return "HIDDEN"

    def __getattr__(self, name: str) -> Never:
        if name.startswith("__"):  # the language and the template engine ask for protocols, not for the item
            raise AttributeError(name)
        raise HiddenItem(name)

    def _refuse(self, *_: object) -> Never:
        raise HiddenItem

    __bool__ = __len__ = __iter__ = __contains__ = __getitem__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __hash__ = _refuse
    __int__ = __float__ = __index__ = __bytes__ = __add__ = __radd__ = _refuse


HIDDEN: Final = Hidden()
"""非公開."""


def is_hidden(value: Any) -> TypeGuard[Hidden]:
    """Whether this stands in place of an item that is not shown."""
    return value is HIDDEN
