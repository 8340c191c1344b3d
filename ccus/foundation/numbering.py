"""採番: rows that get a number of their own. Two rows never share one; a number that is taken is drawn again."""

from collections.abc import Callable
from typing import TypeVar

import psycopg
from django.db import IntegrityError, transaction

from ccus.foundation.identifiers import Kind, new_number

Row = TypeVar("Row")
_TRIES = 5


def with_new_number(kind: Kind, create: Callable[[str], Row]) -> Row:
    """What `create` makes of a new number of 14 digits, tried again while the number is taken (REG-01)."""
    return drawn_again(lambda: create(new_number(kind)))


def drawn_again(create: Callable[[], Row]) -> Row:
    """What `create` makes of a number that it draws itself, tried again while the number is taken.

    `create` breaks no other unique constraint than those of numbers. Raises IntegrityError when five numbers in a
    row are taken, which means that something else is wrong.
    """
    for _ in range(_TRIES - 1):
        try:
            with transaction.atomic():
                return create()
        except IntegrityError as error:
            if not isinstance(error.__cause__, psycopg.errors.UniqueViolation):
                raise
    return create()
