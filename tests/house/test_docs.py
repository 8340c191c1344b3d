"""The pages about the project name only what is there."""

import re
from pathlib import Path

import pytest

from ccus.foundation.env import REPOSITORY

PAGES = [
    REPOSITORY / "README.md",
    *sorted(path for path in (REPOSITORY / "docs").rglob("*.md") if path.parent.name != "rules"),
]
FOLDERS = ("ccus/", "docs/", "tests/", "bench/", "bin/", "requirements/", ".ci/")


def is_path(words: str) -> bool:
    return words.startswith(FOLDERS) and not re.search(r"[\s*<>{}…()]", words)


def named_paths(page: Path) -> list[str]:
    """Paths in backquotes, without `::name`, `:line` or an argument behind them."""
    quoted = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", page.read_text(), flags=re.DOTALL))
    return [re.split(r":|#| ", words)[0] for words in quoted if is_path(re.split(r":|#| ", words)[0])]


def linked_paths(page: Path) -> list[str]:
    """Where relative links and pictures lead, without their anchors."""
    targets = re.findall(r"\]\(([^)\s]+)\)", page.read_text())
    return [target.partition("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]


def is_named(file: Path, name: str) -> bool:
    """Whether a function, a class or a constant of this name stands in the file."""
    named = rf"^\s*(export )?(async )?(def|class|function) {name}\b|^\s*{name}\b"
    return file.is_file() and re.search(named, file.read_text(), re.MULTILINE) is not None


def named_names(page: Path) -> list[tuple[str, str]]:
    """(file, name) of every `file.py::name` and `file.js::name`."""
    return re.findall(r"`([\w./-]+\.(?:py|js))::(\w+)`", page.read_text())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_path_a_page_names_exists(page: Path) -> None:
    assert [path for path in named_paths(page) if not (REPOSITORY / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert [target for target in linked_paths(page) if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_name_a_page_finds_in_a_file_is_there(page: Path) -> None:
    assert [
        f"{file}::{name}" for file, name in named_names(page) if not is_named(REPOSITORY / file, name)
    ] == []


def test_every_decision_is_listed_and_numbered_without_a_gap() -> None:
    folder = REPOSITORY / "docs" / "adr"
    decisions = sorted(path.name for path in folder.glob("[0-9]*.md"))
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text())
    assert listed == decisions
    assert [int(name[:4]) for name in decisions] == list(range(1, len(decisions) + 1))
