"""How tests are written here: real things, no waiting, names in the trade's words."""

import ast
import re
from pathlib import Path

from tests.house.source import functions, text, tracked, tree

TESTS = tracked("tests/**/test_*.py")
FORBIDDEN = re.compile(
    r"\b(time\.sleep|unittest\.mock|mocker|MagicMock|wait_for_timeout)\b|transaction=True|asyncio\.sleep\((?!0\))"
)


# Putting a tree into words again is slow: files without any of these words cannot hold what is forbidden.
SUSPECT = re.compile("sleep|mock|Mock|wait_for_timeout|transaction")


def test_a_test_neither_sleeps_nor_mocks_nor_flushes() -> None:
    suspects = [
        path
        for path in tracked("tests/*.py")
        if path.name != Path(__file__).name and SUSPECT.search(text(path))
    ]
    found = [(path, FORBIDDEN.search(ast.unparse(tree(path)))) for path in suspects]
    assert [f"{path}: {match[0]}" for path, match in found if match] == []


def test_a_test_is_named_by_a_sentence() -> None:
    names = [(path, each.name) for path in TESTS for each in functions(path) if each.name.startswith("test_")]
    assert [f"{path}: {name}" for path, name in names if len(name.split("_")) < 5] == []


def test_no_test_is_left_out() -> None:
    left_out = re.compile(r"pytest\.mark\.(skip|xfail)|pytest\.(skip|xfail)\(")
    assert [str(path) for path in TESTS if left_out.search(text(path))] == []
