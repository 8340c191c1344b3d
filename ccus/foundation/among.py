"""多くのキー: keys of many rows as one parameter of a query; Django's own list is a parameter a key."""

from collections.abc import Iterable

from django.db.models.expressions import RawSQL


def among(keys: Iterable[int]) -> RawSQL:
    """For `…__in=among(keys)`: any of these, however many, at the price of one."""
    return RawSQL("select unnest(%s::int8[])", [list(keys)])
