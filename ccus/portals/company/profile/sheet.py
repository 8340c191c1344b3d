"""事業者情報の一覧: every block as pages write it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccus.domain.companies.blocks import CATALOGUE
from ccus.domain.companies.options import label
from ccus.domain.companies.registered import company_facts
from ccus.foundation.entry.block import Block
from ccus.foundation.entry.showing import show
from ccus.foundation.kept.catalogue import SINCE
from ccus.foundation.kept.rows import FactRow


@dataclass(frozen=True, slots=True)
class RowShown:
    """一行: label and words of each field; `since` from when it holds, `is_over` a 許可 that ran out."""

    cells: tuple[tuple[str, str], ...]
    since: date
    is_over: bool


@dataclass(frozen=True, slots=True)
class BlockShown:
    """一区分."""

    key: str
    label: str
    is_list: bool
    rows: tuple[RowShown, ...]


def blocks_of(company: int, *, on: date) -> tuple[BlockShown, ...]:
    """事業者情報 as it holds on a day; one statement a block."""
    facts = company_facts(company, on=on)
    return tuple(
        BlockShown(
            kept.block.key,
            kept.block.label,
            kept.block.many > 1,
            _rows(kept.block, facts[kept.block.key], on),
        )
        for kept in CATALOGUE
    )


def _rows(block: Block, facts: Sequence[FactRow], on: date) -> tuple[RowShown, ...]:
    return tuple(
        RowShown(
            tuple(
                (field.label, show(field, fact.values.get(field.name), label=label))
                for field in block.fields
                if field.name != SINCE.name and (field.only_with is None or fact.values.get(field.name))
            ),
            fact.valid_from,
            fact.valid_until is not None and fact.valid_until <= on,
        )
        for fact in facts
    )
