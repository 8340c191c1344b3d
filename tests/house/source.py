"""The project's own files, read as text and as syntax trees."""

import ast
import subprocess
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


@cache
def product() -> tuple[Path, ...]:
    """Python that runs: everything below ccus/ except migrations, which the framework writes."""
    return tuple(path for path in tracked("ccus/*.py") if "migrations" not in path.parts)


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in the file's syntax tree."""
    return tuple(ast.walk(tree(path)))


@cache
def functions(path: Path) -> tuple[Function, ...]:
    """All functions and methods of a file, the inner ones too."""
    return tuple(node for node in nodes(path) if isinstance(node, Function))


@cache
def calls(function: Function) -> tuple[ast.Call, ...]:
    """All calls inside a function."""
    return tuple(node for node in ast.walk(function) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last word of what is called: `save` of `worker.save()`."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case other:
            return ast.unparse(other).rsplit(".", 1)[-1]


def length(function: Function) -> int:
    """Lines from `def` to the end, docstring and all."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
