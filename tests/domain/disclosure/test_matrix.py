"""開示の表: the data and the page say the same, and what can never be shown is not."""

import pytest

from ccus.domain.disclosure.matrix import COLUMNS, MATRIX, items_shown
from ccus.domain.disclosure.terms import WORDS, Relation, Shown
from ccus.domain.workers.terms import Item
from ccus.foundation.env import REPOSITORY

PAGE = REPOSITORY / "docs" / "rules" / "disclosure.md"


def table() -> str:
    """The matrix as the page prints it."""
    head = ["情報項目", *(relation.label for relation in COLUMNS)]
    rows = [[WORDS[item], *(f"`{row[relation]}`" for relation in COLUMNS)] for item, row in MATRIX.items()]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def test_the_page_of_rules_prints_the_matrix() -> None:
    page = PAGE.read_text()
    printed = page.split("<!-- matrix -->\n")[1].split("<!-- /matrix -->")[0]
    assert printed == table()


def test_every_item_answers_for_every_relation() -> None:
    assert set(MATRIX) == set(Item) == set(WORDS)
    assert all(set(row) == set(Relation) for row in MATRIX.values())


@pytest.mark.parametrize("relation", sorted(set(Relation) - {Relation.SELF, Relation.OPERATOR}))
def test_past_employers_and_who_looked_are_shown_to_nobody_else(relation: Relation) -> None:
    assert not {Item.PAST_EMPLOYERS, Item.TRACES} & items_shown(relation)


def test_worker_and_office_see_every_item() -> None:
    assert items_shown(Relation.SELF) == items_shown(Relation.OPERATOR) == set(Item)


def test_another_company_sees_the_card_and_never_the_full_birth_date() -> None:
    assert items_shown(Relation.OTHER) == {Item.CARD}
    assert MATRIX[Item.BIRTH_DATE][Relation.OTHER] is Shown.NEVER


def test_a_proxy_sees_what_forms_ask_and_no_more() -> None:
    kept = {Item.PAST_EMPLOYERS, Item.WORK_HISTORY, Item.TRACES}
    assert items_shown(Relation.PROXY) == set(Item) - kept  # DISC-09
