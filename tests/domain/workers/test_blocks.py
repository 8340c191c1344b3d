"""登録情報の区分 (DATA-01): nothing is stored that nobody asked for, nothing is asked that is not stored."""

import pytest
from django.db import connection

from ccus.domain.workers import options
from ccus.domain.workers.blocks.catalogue import CATALOGUE, Registered
from ccus.domain.workers.tables import KEPT, TABLES
from ccus.foundation.entry.block import Field, Kind
from ccus.foundation.entry.texts import CODE_POINTS_A_LETTER

DATED = {
    "id",
    "worker",
    "valid_from",
    "valid_until",
    "recorded_at",
    "recorded_by",
    "superseded_at",
    "held_since",
}
FORBIDDEN = (
    "my_number",
    "mynumber",
    "kojin",
    "insured",
    "symbol",
    "kigo",
    "basic_pension",
    "kiso",
    "pension_no",
)
FORBIDDEN_WORDS = ("記号", "基礎年金番号", "マイナンバー", "被保険者")
COLUMNS = """
select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'
"""
blocks = pytest.mark.parametrize("block", CATALOGUE, ids=lambda block: block.block.key)


def fields_with_columns() -> list[tuple[Registered, Field]]:
    return [
        (r, f) for r in CATALOGUE for f in r.block.fields if f.name in r.columns and r.block.key != "trades"
    ]


@blocks
def test_every_column_of_a_block_is_asked_and_every_answer_is_stored(block: Registered) -> None:
    columns = {field.name for field in TABLES[block.block.key]._meta.concrete_fields} - DATED
    asked = {"trade", "rank"} if block.block.key == "trades" else {*block.columns}
    assert columns == asked


@blocks
def test_a_block_has_a_table_of_its_own(block: Registered) -> None:
    assert [key for key, table in TABLES.items() if table is TABLES[block.block.key]] == [block.block.key]


@pytest.mark.django_db
def test_no_column_anywhere_could_hold_a_number_that_the_law_forbids() -> None:
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        columns = [name for (name,) in cursor.fetchall()]
    assert len(columns) > 100
    assert [name for name in columns if any(word in name for word in FORBIDDEN)] == []


def test_no_field_of_a_form_asks_for_a_number_that_the_law_forbids() -> None:
    labels = [field.label for block in CATALOGUE for field in block.block.fields]
    assert [label for label in labels if any(word in label for word in FORBIDDEN_WORDS)] == []


@pytest.mark.parametrize(("block", "field"), fields_with_columns(), ids=lambda x: getattr(x, "name", ""))
def test_a_column_holds_the_longest_text_that_its_field_lets_through(block: Registered, field: Field) -> None:
    kept = KEPT.column(block, field.name)
    longest = getattr(kept, "max_length", None)
    if field.kind in {Kind.LINE, Kind.KANA, Kind.ROMAN} and longest is not None:
        assert longest >= field.longest * CODE_POINTS_A_LETTER


@pytest.mark.django_db
@blocks
def test_every_list_that_a_block_names_offers_something(block: Registered) -> None:
    names = {field.choices for field in block.block.fields if field.kind == Kind.CHOICE}
    assert all(options.options(name) for name in names)


@blocks
def test_the_days_of_a_block_are_fields_of_it(block: Registered) -> None:
    days = {block.from_field, block.until_field} - {""}
    assert {block.block[name].kind for name in days} <= {Kind.DATE}
