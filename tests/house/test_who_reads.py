"""Another person's data come through `disclosure` alone: who may import what reads it raw (DISC-01)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import product, tree

DOORS = [path for path in product() if path.parts[1] not in {"domain", "demo", "foundation"}]
# Raw reading → the names that may leave the domain. The shape of a row is no row.
RAW = {
    "ccus.domain.workers.registered": {"FactRow"},
    "ccus.domain.disclosure.always": set(),
}
# What reads by the worker's own key, and the folders in which that key is the one behind the session.
OWN = "ccus.domain.workers.reading"
OWN_FOLDERS = {("ccus", "entrance"), ("ccus", "portals", "worker"), ("ccus", "portals", "filing")}


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of every import of a file; the name is empty where the whole module is imported."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)
            yield from ((f"{node.module}.{alias.name}", "") for alias in node.names)


def taken_raw(path: Path) -> list[str]:
    return [
        f"{module} {name}" for module, name in imported(path) if module in RAW and name not in RAW[module]
    ]


@pytest.mark.parametrize("path", DOORS, ids=str)
def test_a_door_reads_nobody_but_through_disclosure(path: Path) -> None:
    assert taken_raw(path) == []


@pytest.mark.parametrize("path", DOORS, ids=str)
def test_what_reads_the_own_record_is_asked_on_own_pages_only(path: Path) -> None:
    asks = any(module == OWN for module, _ in imported(path))
    assert not asks or any(path.parts[: len(folder)] == folder for folder in OWN_FOLDERS)


def test_the_rule_would_notice_a_page_that_reads_raw(tmp_path: Path) -> None:
    page = tmp_path / "view.py"
    page.write_text("from ccus.domain.workers import registered\n")
    assert taken_raw(page) == ["ccus.domain.workers.registered "]
    page.with_name("other.py").write_text("from ccus.domain.workers.registered import FactRow, registered\n")
    assert taken_raw(tmp_path / "other.py") == ["ccus.domain.workers.registered registered"]
