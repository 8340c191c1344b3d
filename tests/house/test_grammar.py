"""The grammar of the domain (docs/tour.md): what an act looks like, and who may write."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from ccus.domain.audit.terms import Act
from tests.house.source import Function, functions, product, tree

# Acts whose facts `derive` reads: their event names the days it touches.
TOUCH_DAYS = {
    Act.WORKER_WITHDRAWN,
    Act.AFFILIATION_ACCEPTED,
    Act.AFFILIATION_CHANGED,
    Act.AFFILIATION_ENDED,
    Act.CARD_LOST,
    Act.CARD_FOUND,
    Act.CARD_REVOKED,
    Act.SITE_PERIOD_CHANGED,
    Act.STRUCTURE_ACCEPTED,
    Act.STRUCTURE_LEFT,
    Act.STRUCTURE_JOINED,
    Act.STAND_IN_CLAIMED,
    Act.ROSTER_ENTERED,
    Act.ROSTER_CHANGED,
    Act.ROSTER_ENDED,
    Act.PLACEMENT_ACCEPTED,
    Act.PLACEMENT_ENDED,
    Act.TAP_OWNER_FOUND,
    Act.DAYS_ENTERED,
    Act.CLAIM_WITHDRAWN,
    Act.SITE_ATTACHED,
    Act.DAY_CORRECTED,
}
# What the register does by itself on behalf of nobody, and the audit that writes the events.
NOT_ACTS = {"record", "notify", "tell", "tell_each", "write_mail"}


def _actions() -> list[Path]:
    return [
        p for p in product() if p.parts[:2] == ("ccus", "domain") and "actions" in f"{p.parent.name}/{p.stem}"
    ]


def _is_act(function: Function) -> bool:
    return not function.name.startswith("_") and function.name not in NOT_ACTS


@cache
def _acts() -> tuple[tuple[Path, Function], ...]:
    return tuple(
        (path, node) for path in _actions() for node in _functions_of(path).values() if _is_act(node)
    )


@cache
def _functions_of(path: Path) -> dict[str, Function]:
    return {node.name: node for node in tree(path).body if isinstance(node, Function)}


@cache
def _acts_by_name() -> dict[str, Function]:
    return {function.name: function for _, function in _acts()}


@cache
def _calls(function: Function) -> list[ast.Call]:
    return [node for node in ast.walk(function) if isinstance(node, ast.Call)]


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).rsplit(".", 1)[-1]


@cache
def _recordings(path: Path, act: Function) -> list[ast.Call]:
    """The calls of `record` in an act, in the functions of its file that it calls, and in other acts."""
    beside, others = _functions_of(path), _acts_by_name()
    found, seen, open_ends = [], {act.name}, [act]
    while open_ends:
        for call in _calls(open_ends.pop()):
            name = _name(call)
            if name == "record":
                found.append(call)
            called = beside.get(name) or others.get(name)
            if called is not None and name not in seen:
                seen.add(name)
                open_ends.append(called)
    return found


acts = pytest.mark.parametrize(("path", "act"), _acts(), ids=lambda value: value.name)


@acts
def test_an_act_is_called_by_keyword_and_knows_who_and_when(path: Path, act: Function) -> None:
    arguments = {argument.arg: ast.unparse(argument.annotation or act) for argument in act.args.kwonlyargs}
    assert not act.args.args
    assert not act.args.posonlyargs
    assert arguments.get("by") == "Actor", f"{path}: {act.name}"
    assert arguments.get("at") == "datetime", f"{path}: {act.name}"


@acts
def test_an_act_leaves_an_event(path: Path, act: Function) -> None:
    assert _recordings(path, act), f"{path}: {act.name}"


@acts
def test_an_act_on_a_fact_of_somebodys_work_names_the_days_it_touches(path: Path, act: Function) -> None:
    for call in _recordings(path, act):
        keywords = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
        touching = {member for member in TOUCH_DAYS if f"Act.{member.name}" in keywords.get("act", "")}
        assert not touching or "affects" in keywords, f"{path}: {act.name}"


def test_every_act_of_the_catalogue_is_done_somewhere() -> None:
    done = {name for path in _actions() for name in re.findall(r"\bAct\.([A-Z_]+)", ast.unparse(tree(path)))}
    assert {member.name for member in Act} == done


@pytest.mark.parametrize("path", [p for p in product() if p.parts[1] in {"portals", "api"}], ids=str)
def test_a_door_writes_only_through_acts(path: Path) -> None:
    forbidden = {
        "save",
        "create",
        "bulk_create",
        "bulk_update",
        "get_or_create",
        "update_or_create",
        "delete",
    }
    written = [_name(call) for function in functions(path) for call in _calls(function)]
    assert not forbidden & set(written), path
