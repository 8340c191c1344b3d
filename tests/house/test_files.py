"""Every image and every file about somebody stands behind a short-lived address, and leaves by one door (DISC-17)."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.source import functions, product, text, tracked

PORTALS = [path for path in product() if path.parts[:2] in {("ccus", "portals"), ("ccus", "entrance")}]
LEAVES = {"attached", "pdf_answer", "image_answer", "table_attached", "report_attached", "paper_attached"}
# Of counts alone, or the answer to a press, which has no address that could be kept.
WITHOUT_A_SEAL = {"statistics_file", "site_papers", "batch_faces", "batch_letters"}


def views_that_give_files(path: Path) -> dict[str, bool]:
    """Name → whether its address is short-lived, of each view of a file that answers with bytes."""
    found = {}
    for function in functions(path):
        doors = {ast.unparse(each).partition("(")[0] for each in function.decorator_list}
        calls = {
            node.func.id
            for node in ast.walk(function)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        helpers = calls & {helper.name for helper in functions(path) if gives(helper)}
        if any(door.endswith("_page") for door in doors) and (gives(function) or helpers):
            found[function.name] = "short_lived" in doors
    return found


def gives(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LEAVES
        for node in ast.walk(function)
    )


@pytest.mark.parametrize("path", PORTALS, ids=str)
def test_a_file_about_somebody_has_a_short_lived_address(path: Path) -> None:
    unsealed = {name for name, is_sealed in views_that_give_files(path).items() if not is_sealed}
    assert unsealed <= WITHOUT_A_SEAL


def test_the_files_without_a_seal_are_those_that_are_named() -> None:
    found = {name for path in PORTALS for name in views_that_give_files(path)}
    assert found >= WITHOUT_A_SEAL
    assert len(found) >= 20


@pytest.mark.parametrize("path", PORTALS, ids=str)
def test_bytes_leave_by_the_one_door_with_its_guards(path: Path) -> None:
    names_a_type = "content_type=" in text(path) or "FileResponse" in text(path)
    assert not names_a_type or path.name == "attached.py"


def sealed_names(found: Sequence[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    """The names of the addresses that need a seal."""
    for each in found:
        if isinstance(each, URLResolver):
            yield from sealed_names(each.url_patterns, each.namespace or space)
        elif getattr(each.callback, "is_short_lived", False):
            yield f"{space}:{each.name}"


@pytest.mark.parametrize("path", tracked("ccus/**/*.html"), ids=str)
def test_a_page_prints_no_address_of_a_file_without_its_seal(path: Path) -> None:
    printed = set(re.findall(r"{% url ['\"]([\w:-]+)['\"]", text(path)))
    assert not printed & set(sealed_names(get_resolver().url_patterns))


def test_the_names_of_sealed_addresses_are_found() -> None:
    names = set(sealed_names(get_resolver().url_patterns))
    assert names >= {"worker:photo", "company:roster-csv", "filing:picture", "office:case-preview"}
