"""The pages about the project name only what is there."""

import re
from pathlib import Path

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


def test_every_path_a_page_names_exists() -> None:
    named = [(page, path) for page in PAGES for path in named_paths(page)]
    assert [f"{page}: {path}" for page, path in named if not (REPOSITORY / path).exists()] == []


def test_every_link_of_a_page_leads_somewhere() -> None:
    linked = [(page, target) for page in PAGES for target in linked_paths(page)]
    assert [f"{page}: {target}" for page, target in linked if not (page.parent / target).exists()] == []


def test_every_name_a_page_finds_in_a_file_is_there() -> None:
    assert [
        f"{page}: {file}::{name}"
        for page in PAGES
        for file, name in named_names(page)
        if not is_named(REPOSITORY / file, name)
    ] == []


def test_every_decision_is_listed_and_numbered_without_a_gap() -> None:
    folder = REPOSITORY / "docs" / "adr"
    decisions = sorted(path.name for path in folder.glob("[0-9]*.md"))
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text())
    assert listed == decisions
    assert [int(name[:4]) for name in decisions] == list(range(1, len(decisions) + 1))
