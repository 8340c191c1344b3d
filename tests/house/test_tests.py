"""How tests are written here: real things, no waiting, names in the trade's words."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.source import functions, text, tracked, tree

TESTS = tracked("tests/**/test_*.py")
FORBIDDEN = re.compile(
    r"\b(time\.sleep|unittest\.mock|mocker|MagicMock|wait_for_timeout)\b|transaction=True|asyncio\.sleep\((?!0\))"
)


@pytest.mark.parametrize("path", tracked("tests/*.py"), ids=str)
def test_a_test_neither_sleeps_nor_mocks_nor_flushes(path: Path) -> None:
    code = ast.unparse(tree(path)) if path.name != Path(__file__).name else ""
    assert not FORBIDDEN.search(code)


@pytest.mark.parametrize("path", TESTS, ids=str)
def test_a_test_is_named_by_a_sentence(path: Path) -> None:
    names = [function.name for function in functions(path) if function.name.startswith("test_")]
    assert not [name for name in names if len(name.split("_")) < 5]


@pytest.mark.parametrize("path", TESTS, ids=str)
def test_no_test_is_left_out(path: Path) -> None:
    assert not re.search(r"pytest\.mark\.(skip|xfail)|pytest\.(skip|xfail)\(", text(path))
