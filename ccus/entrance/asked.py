"""名指されたもの: what an address or a form names, read without trust."""

from typing import TypeVar
from uuid import UUID

from django.http import Http404

Named = TypeVar("Named")
_LONGEST = 6


def found(named: Named | None) -> Named:
    """What was found. Raises Http404 for nothing."""
    if named is None:
        raise Http404
    return named


def key_of(typed: str) -> UUID | None:
    """A key; None for nothing, and for what is no key."""
    try:
        return UUID(typed)
    except ValueError:
        return None


def count_of(typed: str) -> int:
    """A whole number of up to six digits; 0 for anything else."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST else 0
