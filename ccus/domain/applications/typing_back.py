"""書き戻す: what was submitted, as it would be typed into the form again."""

from collections.abc import Sequence
from typing import Any

from ccus.domain.applications.contents import Contents, DraftRow, Row, draft_json
from ccus.domain.applications.sections import Section
from ccus.foundation.entry.block import Block
from ccus.foundation.entry.showing import typed


def raw_of(block: Block, row: Row) -> dict[str, str]:
    """The fields of a row as a person would type them; fields that the block does not have any more are dropped."""
    return {field.name: typed(field, row.values.get(field.name)) for field in block.fields}


def draft_again(sections: Sequence[Section], contents: Contents) -> dict[str, list[dict[str, Any]]]:
    """Drafts of the sections that are still asked."""
    return {
        section.key: draft_json(
            [
                DraftRow(row.key, raw_of(section.block, row) if row.values else {}, row.op, row.base)
                for row in contents[section.key]
            ]
        )
        for section in sections
        if section.key in contents
    }
