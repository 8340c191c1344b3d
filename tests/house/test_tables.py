"""What the tables promise: keys that a shard can hold, references that point down the room list."""

import tomllib
from functools import cache

import pytest
from django.apps import apps
from django.db import connection, models

from ccus.foundation.env import REPOSITORY

# scale-and-trust.md: taps live with their reader, history with its worker
SHARD_KEYS = {
    "tap": "reader",
    "tap_owner": "reader",
    "tap_surprise": "reader",
    "work_record": "worker",
    "presence": "worker",
    "work_month": "worker",
    "work_month_share": "worker",
}
UNIQUE_KEYS = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY (%s)
GROUP BY c.relname, i.indexrelid
"""


@cache
def _rooms() -> list[str]:
    """The rooms, lowest first, as the contract lists them."""
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "rooms")
    return [layer.strip("()") for layer in reversed(layers)]


def _rank(model: type[models.Model]) -> int:
    return _rooms().index(model._meta.app_label)


@pytest.mark.django_db
def test_every_unique_key_of_the_big_tables_contains_its_shard_key() -> None:
    with connection.cursor() as cursor:
        cursor.execute(UNIQUE_KEYS, [list(SHARD_KEYS)])
        keys = cursor.fetchall()
    assert {table for table, _ in keys} == set(SHARD_KEYS)
    assert not [(table, columns) for table, columns in keys if SHARD_KEYS[table] not in columns]


def test_foreign_keys_point_down_the_room_list() -> None:
    domain = [model for model in apps.get_models() if model.__module__.startswith("ccus.domain.")]
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in domain
        for field in model._meta.concrete_fields
        if isinstance(field.related_model, type) and _rank(field.related_model) > _rank(model)
    ]
    assert domain
    assert not upward


def test_every_room_with_tables_stands_in_the_list() -> None:
    labels = {m._meta.app_label for m in apps.get_models() if m.__module__.startswith("ccus.domain.")}
    assert labels <= set(_rooms())
