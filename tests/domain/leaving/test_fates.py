"""What becomes of each table about people when somebody is erased (LEAVE-06)."""

from ccus.domain.disclosure.classification import TABLES
from ccus.domain.leaving.fates import FORGET, STAYS


def test_every_table_about_people_is_erased_or_says_why_it_stays() -> None:
    fates = {table for table, _ in FORGET} | set(STAYS)
    assert sorted(set(TABLES) - fates) == []


def test_no_table_is_both_erased_and_kept() -> None:
    assert not {table for table, _ in FORGET} & set(STAYS)
