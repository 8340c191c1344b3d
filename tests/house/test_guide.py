"""ご利用ガイド: every number of the guide stands on its page with where it lives and what shows it."""

import re
from dataclasses import dataclass
from pathlib import Path

from ccus.foundation.env import REPOSITORY
from tests.house.source import functions

PAGE = REPOSITORY / "docs" / "guide-2019.md"
NUMBERS_ON_PAGE = {
    0: 7, 2: 7, 4: 7, 5: 3, 6: 2, 7: 7, 8: 6, 9: 1, 10: 12, 11: 3,
    12: 4, 13: 6, 14: 7, 15: 7, 16: 8, 17: 8, 18: 13, 19: 6, 20: 5, 21: 3,
}  # fmt: skip
PARTS = {"技能者情報・申請", "事業者・現場", "就業履歴の入力・承認", "カードの一生", "開示", "審査室"}
SHOWN = {
    *("G15-1", "G15-2", *(f"G15-{n}" for n in range(5, 8))),
    *(f"G14-{n}" for n in range(2, 8)),
    *("G17-1", "G17-2", *(f"G17-{n}" for n in range(4, 9))),
    *(
        f"G{page:02d}-{n}"
        for page in (0, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 18, 19, 20, 21)
        for n in range(1, NUMBERS_ON_PAGE[page] + 1)
    ),
}
"""What has a screen already, so that a test can show it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One number of the guide, as the page has it."""

    number: str
    words: str
    lives: str
    tests: tuple[str, ...]


def rows() -> list[Row]:
    lines = re.findall(r"^\| (G\d\d-\d+) \|(.*)\|(.*)\|(.*)\|$", PAGE.read_text(), re.MULTILINE)
    return [
        Row(number, words.strip(), lives.strip(), tuple(re.findall(r"`([^`]+::[^`]+)`", tests)))
        for number, words, lives, tests in lines
    ]


def has_test(pointer: str) -> bool:
    file, _, name = pointer.partition("::")
    return (REPOSITORY / file).is_file() and name in {each.name for each in functions(Path(file))}


def test_every_number_of_the_guide_stands_on_the_page_once() -> None:
    numbers = [f"G{page:02d}-{n}" for page, count in NUMBERS_ON_PAGE.items() for n in range(1, count + 1)]
    assert [row.number for row in rows()] == numbers


def test_every_number_says_what_the_guide_says_and_where_it_lives() -> None:
    assert [row.number for row in rows() if not row.words or not row.lives] == []


def test_what_is_to_come_names_a_part_of_the_product() -> None:
    promised = [re.findall(r"これから: (.+)$", row.lives) for row in rows()]
    assert {part for named in promised for parts in named for part in parts.split(", ")} <= PARTS


def test_every_test_the_page_names_exists() -> None:
    assert [pointer for row in rows() for pointer in row.tests if not has_test(pointer)] == []


def test_every_screen_of_the_guide_that_exists_is_shown_by_a_test() -> None:
    assert sorted(row.number for row in rows() if row.number in SHOWN and not row.tests) == []
