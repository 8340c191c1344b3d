"""The office writes by acts of the table alone, and by as many officers as it says (EYES-01, EYES-13)."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from ccus.domain.audit.terms import Act
from ccus.domain.office.acts import OFFICE_ACTS, Eyes, printed
from ccus.foundation.env import REPOSITORY
from tests.house.source import Function, called, calls, functions, nodes, product, tree

OPENS_TO_THE_OFFICE = {"require_duty", "require_two", "require_office", "require_one_of"}
"""Every question of the domain that an officer can pass."""
NAMES_BOTH = Path("ccus/domain/accounts/officers.py")
ANSWERS = {
    Path("ccus/domain/office/actions/proposals.py"),
    Path("ccus/domain/looks/actions/cases.py"),
    Path("ccus/domain/workers/actions/same_person.py"),
}
"""Where one officer answers the word of another."""
SECOND_ONLY = {
    "waive", "waive_fee", "take_back_payment", "set_tariff", "let_return", "restart_factors", "approve_same_person",
}  # fmt: skip
PAGE = REPOSITORY / "docs" / "rules" / "office-acts.md"


def _is_action(path: Path) -> bool:
    return path.parts[:2] == ("ccus", "domain") and "actions" in f"{path.parent.name}/{path.stem}"


@cache
def _beside(path: Path) -> dict[str, Function]:
    return {node.name: node for node in tree(path).body if isinstance(node, Function)}


@cache
def _questions() -> dict[str, tuple[Path, Function]]:
    """Functions of the domain that ask who acts, by name: `require_hold`, `side_of`."""
    of_domain = (path for path in product() if path.parts[:2] == ("ccus", "domain"))
    return {
        name: (path, node)
        for path in of_domain
        for name, node in _beside(path).items()
        if name.startswith("require") or any(argument.arg == "by" for argument in node.args.args)
    }


@cache
def _reached(path: Path, act: Function) -> tuple[set[str], set[str]]:
    """Which questions an act comes to ask, and which acts it leaves by itself."""
    asked: set[str] = set()
    left = set(re.findall(r"\bAct\.([A-Z_]+)", ast.unparse(act)))
    seen, open_ends = {(path, act.name)}, [(path, act)]
    while open_ends:
        here, function = open_ends.pop()
        for name in map(called, calls(function)):
            asked.add(name)
            found = (here, _beside(here)[name]) if name in _beside(here) else _questions().get(name)
            if found is None or (found[0], name) in seen or (_is_action(found[0]) and found[0] != path):
                continue
            seen.add((found[0], name))
            open_ends.append(found)
            if found[0] == path:
                left |= set(re.findall(r"\bAct\.([A-Z_]+)", ast.unparse(found[1])))
    return asked, left


def _acts() -> Iterator[tuple[Path, Function]]:
    for path in filter(_is_action, product()):
        yield from ((path, node) for name, node in _beside(path).items() if not name.startswith("_"))


@cache
def _imported(path: Path) -> tuple[tuple[Path, str], ...]:
    """Acts that a page of the office calls: where they stand, and their name."""
    return tuple(_named(path))


def _named(path: Path) -> Iterator[tuple[Path, str]]:
    rows = [node for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.module]
    for row in rows:
        for alias in row.names:
            whole = _file(f"{row.module}.{alias.name}")
            if whole is not None and _is_action(whole):
                calls_ = {
                    node.attr
                    for node in nodes(path)
                    if isinstance(node, ast.Attribute)
                    and isinstance(node.value, ast.Name)
                    and node.value.id == (alias.asname or alias.name)
                }
                yield from ((whole, name) for name in calls_ if name in _beside(whole))
            for home in _files(str(row.module)):
                if _is_action(home) and alias.name in _beside(home):
                    yield home, alias.name


@cache
def _file(module: str) -> Path | None:
    path = Path(*module.split(".")).with_suffix(".py")
    return path if path in product() else None


@cache
def _files(module: str) -> tuple[Path, ...]:
    path, folder = _file(module), Path(*module.split("."))
    return (path,) if path else tuple(each for each in product() if each.parent == folder)


def _pages() -> Iterator[tuple[Path, Path, str]]:
    for page in product():
        if page.parts[:3] == ("ccus", "portals", "office") and "management" not in page.parts:
            yield from ((page, home, name) for home, name in _imported(page))


def test_every_act_that_lets_an_officer_pass_stands_in_the_table() -> None:
    missing = [
        f"{path}: {act.name} {name}"
        for path, act in _acts()
        for asked, left in [_reached(path, act)]
        if asked & OPENS_TO_THE_OFFICE
        for name in left
        if Act[name] not in OFFICE_ACTS
    ]
    assert missing == []


def test_every_row_of_the_table_is_an_act_that_somebody_can_do() -> None:
    done = {Act[name] for path, act in _acts() for name in _reached(path, act)[1]}
    assert set(OFFICE_ACTS) - done == set()


def test_a_page_of_the_office_calls_only_acts_of_the_table_that_are_not_inside_another() -> None:
    wrong = [
        f"{page}: {name} {left}"
        for page, home, name in _pages()
        for left in _reached(home, _beside(home)[name])[1]
        if (row := OFFICE_ACTS.get(Act[left])) is None or row.eyes is Eyes.WITHIN
    ]
    assert wrong == []


def test_no_page_calls_an_act_of_two_by_itself() -> None:
    assert [f"{page}: {name}" for page, _, name in _pages() if name in SECOND_ONLY] == []


def test_what_refuses_one_officer_says_so_in_the_table() -> None:
    two = {
        name
        for path, act in _acts()
        if "require_two" in _reached(path, act)[0]
        for name in re.findall(r"\bAct\.([A-Z_]+)", ast.unparse(act))
    }
    assert two
    assert [name for name in sorted(two) if OFFICE_ACTS[Act[name]].eyes is not Eyes.TWO] == []


def _calling(is_it: Callable[[ast.Call], bool]) -> set[Path]:
    return {path for path in product() for act in functions(path) for call in calls(act) if is_it(call)}


def test_only_an_answer_to_another_names_two_officers() -> None:
    with_first = _calling(
        lambda call: (
            called(call) in {"Actor", "replace"} and any(word.arg == "first" for word in call.keywords)
        )
    )
    assert with_first == {NAMES_BOTH}
    assert _calling(lambda call: called(call) == "second_of") == ANSWERS


def test_the_page_shows_the_table_that_the_code_holds() -> None:
    shown = PAGE.read_text().split("<!-- acts -->\n")[1].split("<!-- /acts -->")[0]
    assert shown == printed()
