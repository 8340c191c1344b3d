"""Every column and every field about people is classified, so that none is shown by oversight (DISC-10)."""

from django.apps import apps
from django.db import models

from ccus.domain.disclosure.classification import IMPERSONAL, TABLES, WORKER_TABLES, Kept
from ccus.domain.disclosure.matrix import KEYS, MATRIX
from ccus.domain.workers import registered as facts
from ccus.domain.workers import tables
from ccus.domain.workers.blocks.catalogue import CATALOGUE, Registered
from ccus.domain.workers.terms import Item

MODELS = {
    model._meta.db_table: model for model in apps.get_models() if model.__module__.startswith("ccus.domain.")
}
# Four places of a form, rows of one table.
PLACES = {f"trade_{rank}": "trade_id" for rank in range(1, 5)}


def columns(model: type[models.Model]) -> set[str]:
    return {field.attname for field in model._meta.concrete_fields}


def classes_of(registered: Registered) -> dict[str, object]:
    """Field of a block → the class of its column; None where there is none."""
    classes = TABLES[tables.TABLES[registered.block.key]._meta.db_table]
    return {
        name: classes.get(PLACES.get(name, name), classes.get(f"{name}_id")) for name in registered.columns
    }


def test_every_table_is_about_people_or_said_not_to_be() -> None:
    assert set(TABLES) | IMPERSONAL == set(MODELS)
    assert not set(TABLES) & IMPERSONAL


def test_every_column_about_people_is_classified() -> None:
    assert {table: set(classes) for table, classes in TABLES.items()} == {
        table: columns(MODELS[table]) for table in TABLES
    }


def test_every_field_of_a_block_is_of_the_item_of_its_block() -> None:
    # フリガナ is shown with the card, wherever the name itself is not (D-08)
    expected = {
        each.block.key: {name: Item.CARD if name == "kana" else each.item for name in each.columns}
        for each in CATALOGUE
    }
    assert {each.block.key: classes_of(each) for each in CATALOGUE} == expected


def test_no_table_of_a_worker_mixes_items() -> None:
    mixed = {
        table: {c for c in classes.values() if isinstance(c, Item)}
        for table, classes in WORKER_TABLES.items()
    }
    assert {table for table, items in mixed.items() if len(items) > 1} == {"worker", "worker_name"}


def test_every_item_is_kept_somewhere() -> None:
    kept = {c for classes in TABLES.values() for c in classes.values() if not isinstance(c, Kept)}
    # the year is part of the date; ended links are rows of those that stand
    assert set(MATRIX) - kept == {Item.BIRTH_YEAR, Item.PAST_EMPLOYERS}


def test_every_block_that_can_be_read_has_its_item() -> None:
    assert set(KEYS) == facts.KEYS
