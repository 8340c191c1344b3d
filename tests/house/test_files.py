"""Every image and every file about somebody stands behind a short-lived address, and leaves by one door (DISC-17)."""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.source import Function, calls, functions, product, text, tracked

PORTALS = [path for path in product() if path.parts[:2] in {("ccus", "portals"), ("ccus", "entrance")}]
LEAVES = {"attached", "pdf_answer", "image_answer", "table_attached", "report_attached", "paper_attached"}
# Of counts or headings alone, or the answer to a press, which has no address that could be kept.
WITHOUT_A_SEAL = {
    "statistics_file", "figure_file", "retention_file", "correction_template",
    "site_papers", "batch_faces", "batch_letters",
}  # fmt: skip


@cache
def views_that_give_files(path: Path) -> dict[str, bool]:
    """Name → whether its address is short-lived, of each view of a file that answers with bytes."""
    gives = LEAVES | {helper.name for helper in functions(path) if called_in(helper) & LEAVES}
    found = {}
    for function in functions(path):
        doors = {ast.unparse(each).partition("(")[0] for each in function.decorator_list}
        if any(door.endswith("_page") for door in doors) and called_in(function) & gives:
            found[function.name] = "short_lived" in doors
    return found


def called_in(function: Function) -> set[str]:
    """The functions that are called by their bare name."""
    return {call.func.id for call in calls(function) if isinstance(call.func, ast.Name)}


def test_a_file_about_somebody_has_a_short_lived_address() -> None:
    views = [(path, name, seal) for path in PORTALS for name, seal in views_that_give_files(path).items()]
    assert [f"{path}: {name}" for path, name, seal in views if not seal and name not in WITHOUT_A_SEAL] == []


def test_the_files_without_a_seal_are_those_that_are_named() -> None:
    found = {name for path in PORTALS for name in views_that_give_files(path)}
    assert found >= WITHOUT_A_SEAL
    assert len(found) >= 20


def test_bytes_leave_by_the_one_door_with_its_guards() -> None:
    name_a_type = [path for path in PORTALS if "content_type=" in text(path) or "FileResponse" in text(path)]
    assert [str(path) for path in name_a_type if path.name != "attached.py"] == []


def sealed_names(found: Sequence[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    """The names of the addresses that need a seal."""
    for each in found:
        if isinstance(each, URLResolver):
            yield from sealed_names(each.url_patterns, each.namespace or space)
        elif getattr(each.callback, "is_short_lived", False):
            yield f"{space}:{each.name}"


def test_a_page_prints_no_address_of_a_file_without_its_seal() -> None:
    sealed = set(sealed_names(get_resolver().url_patterns))
    printed = [
        (path, name)
        for path in tracked("ccus/**/*.html")
        for name in re.findall(r"{% url ['\"]([\w:-]+)['\"]", text(path))
    ]
    assert [f"{path}: {name}" for path, name in printed if name in sealed] == []


def test_the_names_of_sealed_addresses_are_found() -> None:
    names = set(sealed_names(get_resolver().url_patterns))
    assert names >= {"worker:photo", "company:roster-csv", "filing:picture", "office:case-preview"}
