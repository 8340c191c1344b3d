"""How the code measures: `python -m tests.house.yardsticks` prints it, `test_yardsticks.py` holds it to the bounds."""

import ast
import statistics
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tests.house.source import Function, functions, length, product, text, tracked


class Yardstick(NamedTuple):
    """One measure: what, how much, the bound, and who is the worst."""

    what: str
    value: float
    bound: float
    worst: str

    @property
    def is_kept(self) -> bool:
        return self.value <= self.bound


def measure() -> list[Yardstick]:
    """All measures of the tree as it is."""
    lines = {str(path): len(text(path).splitlines()) for path in product()}
    longest_function = _worst((f"{path}::{f.name}", length(f)) for path in product() for f in functions(path))
    tests = {
        f"{path}::{f.name}": length(f)
        for path in tracked("tests/**/test_*.py")
        for f in functions(path)
        if f.name.startswith("test_")
    }
    longest_file, longest_test = _worst(lines.items()), _worst(tests.items())
    return [
        Yardstick("median file, lines", statistics.median(lines.values()), 60, f"{len(lines)} files"),
        Yardstick("longest file, lines", longest_file[1], 400, longest_file[0]),
        Yardstick("longest function, lines", longest_function[1], 50, longest_function[0]),
        Yardstick("median test, lines", statistics.median(tests.values()), 10, f"longest {longest_test}"),
        _count("functions without full annotations", _unannotated),
        _count("imports inside functions", _inner_imports),
    ]


def _worst(measured: Iterable[tuple[str, int]]) -> tuple[str, int]:
    return max(measured, key=lambda pair: pair[1])


def _count(what: str, found_in: Callable[[Path], list[str]]) -> Yardstick:
    found = [name for path in (*product(), *tracked("tests/*.py", "bench/*.py")) for name in found_in(path)]
    return Yardstick(what, len(found), 0, ", ".join(found[:5]))


def _unannotated(path: Path) -> list[str]:
    return [f"{path}:{f.lineno} {f.name}" for f in functions(path) if not _is_annotated(f)]


def _is_annotated(function: Function) -> bool:
    named = function.args
    arguments = [*named.posonlyargs, *named.args, *named.kwonlyargs, named.vararg, named.kwarg]
    typed = all(a is None or a.annotation or a.arg in {"self", "cls"} for a in arguments)
    return typed and function.returns is not None


def _inner_imports(path: Path) -> list[str]:
    inner = [
        node
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    return [f"{path}:{node.lineno}" for node in inner]


def main() -> int:
    """Print the measures; 1 where a bound is broken."""
    measures = measure()
    for yardstick in measures:
        sign = "✓" if yardstick.is_kept else "✗"
        sys.stdout.write(
            f"{sign} {yardstick.what:36} {yardstick.value:6g}  (≤ {yardstick.bound:g})  {yardstick.worst}\n"
        )
    return 0 if all(yardstick.is_kept for yardstick in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
