"""The project's own files, read as text and as syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ccus.foundation.env import REPOSITORY

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tracked(*patterns: str) -> tuple[Path, ...]:
    """Files that git knows or would take, relative to the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    return tuple(path for path in map(Path, sorted(listed.splitlines())) if (REPOSITORY / path).is_file())


@cache
def text(path: Path) -> str:
    """The file's words; a byte that is no UTF-8 becomes a question mark."""
    return (REPOSITORY / path).read_text(encoding="utf-8", errors="replace")


@cache
def tree(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(text(path), filename=str(path))


def product() -> tuple[Path, ...]:
    """Python that runs: everything below ccus/ except migrations, which the framework writes."""
    return tuple(path for path in tracked("ccus/*.py") if "migrations" not in path.parts)


def functions(path: Path) -> Iterator[Function]:
    """All functions and methods of a file, the inner ones too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    """Lines from `def` to the end, docstring and all."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
