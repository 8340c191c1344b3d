"""The grammar of the domain (docs/tour.md): what an act looks like, and who may write."""

import ast
import re
from functools import cache
from pathlib import Path

from ccus.domain.audit.terms import Act
from tests.house.source import Function, called, calls, functions, product, tree

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
def _recordings(path: Path, act: Function) -> list[ast.Call]:
    """The calls of `record` in an act, in the functions of its file that it calls, and in other acts."""
    beside, others = _functions_of(path), _acts_by_name()
    found, seen, open_ends = [], {act.name}, [act]
    while open_ends:
        for call in calls(open_ends.pop()):
            name = called(call)
            if name == "record":
                found.append(call)
            helper = beside.get(name) or others.get(name)
            if helper is not None and name not in seen:
                seen.add(name)
                open_ends.append(helper)
    return found


def _knows_who_and_when(act: Function) -> bool:
    arguments = {argument.arg: ast.unparse(argument.annotation or act) for argument in act.args.kwonlyargs}
    by_place = [*act.args.args, *act.args.posonlyargs]
    return not by_place and arguments.get("by") == "Actor" and arguments.get("at") == "datetime"


def _names_its_days(recording: ast.Call) -> bool:
    keywords = {keyword.arg: ast.unparse(keyword.value) for keyword in recording.keywords}
    touching = {member for member in TOUCH_DAYS if f"Act.{member.name}" in keywords.get("act", "")}
    return not touching or "affects" in keywords


def test_an_act_is_called_by_keyword_and_knows_who_and_when() -> None:
    assert _acts()
    assert [f"{path}: {act.name}" for path, act in _acts() if not _knows_who_and_when(act)] == []


def test_an_act_leaves_an_event() -> None:
    assert [f"{path}: {act.name}" for path, act in _acts() if not _recordings(path, act)] == []


def test_an_act_on_a_fact_of_somebodys_work_names_the_days_it_touches() -> None:
    recordings = [(path, act, each) for path, act in _acts() for each in _recordings(path, act)]
    assert [f"{path}: {act.name}" for path, act, each in recordings if not _names_its_days(each)] == []


def test_every_act_of_the_catalogue_is_done_somewhere() -> None:
    done = {name for path in _actions() for name in re.findall(r"\bAct\.([A-Z_]+)", ast.unparse(tree(path)))}
    assert {member.name for member in Act} == done


def test_a_door_writes_only_through_acts() -> None:
    forbidden = {
        "save",
        "create",
        "bulk_create",
        "bulk_update",
        "get_or_create",
        "update_or_create",
        "delete",
    }
    doors = [path for path in product() if path.parts[1] in {"portals", "api"}]
    assert [
        f"{path}: {function.name} {called(call)}"
        for path in doors
        for function in functions(path)
        for call in calls(function)
        if called(call) in forbidden
    ] == []
