"""Another person's data come through `disclosure` alone: who may import what reads it raw (DISC-01)."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps

from ccus.domain.disclosure.classification import WORKER_TABLES
from ccus.domain.workers.terms import Item
from tests.house.source import nodes, product

DOORS = [path for path in product() if path.parts[1] not in {"domain", "demo", "foundation"}]
# Raw reading → the names that may leave the domain. The shape of a row is no row.
RAW = {
    "ccus.domain.workers.registered": {"FactRow"},
    "ccus.domain.disclosure.always": set(),
    "ccus.domain.work_history.reading.sums_of_many": {"WorkSum"},
}
# What draws a value for whoever has settled what it may show, and what stands on a card: never for doors of others.
SETTLED = {("ccus.domain.disclosure.reading", "drawn"), ("ccus.domain.disclosure.reading", "Asked")}
CARDS = {("ccus.domain.cards.faces", "faces"), ("ccus.domain.cards.faces", "face_of")}
# What reads by the worker's own key, and the folders in which that key is the one behind the session.
OWN = "ccus.domain.workers.reading"
OWN_FOLDERS = {("ccus", "entrance"), ("ccus", "portals", "worker"), ("ccus", "portals", "filing")}


@cache
def imported(path: Path) -> tuple[tuple[str, str], ...]:
    """(module, name) of every import of a file; the name is empty where the whole module is imported."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[tuple[str, str]]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)
            yield from ((f"{node.module}.{alias.name}", "") for alias in node.names)


def taken_raw(path: Path) -> list[str]:
    return [
        f"{module} {name}" for module, name in imported(path) if module in RAW and name not in RAW[module]
    ]


def test_a_door_reads_nobody_but_through_disclosure() -> None:
    assert DOORS
    assert [f"{path}: {taken}" for path in DOORS for taken in taken_raw(path)] == []


def test_what_reads_the_own_record_is_asked_on_own_pages_only() -> None:
    ask = [path for path in DOORS if any(module == OWN for module, _ in imported(path))]
    assert ask
    elsewhere = [p for p in ask if not any(p.parts[: len(folder)] == folder for folder in OWN_FOLDERS)]
    assert [str(path) for path in elsewhere] == []


def test_the_rule_would_notice_a_page_that_reads_raw(tmp_path: Path) -> None:
    page = tmp_path / "view.py"
    page.write_text("from ccus.domain.workers import registered\n")
    assert taken_raw(page) == ["ccus.domain.workers.registered "]
    page.with_name("other.py").write_text("from ccus.domain.workers.registered import FactRow, registered\n")
    assert taken_raw(tmp_path / "other.py") == ["ccus.domain.workers.registered registered"]


def test_no_door_draws_a_value_or_a_card_that_it_did_not_ask_disclosure_for() -> None:
    taken = [(path, name) for path in DOORS for name in imported(path)]
    assert [f"{path}: {name}" for path, name in taken if name in SETTLED] == []
    cards = [path for path, name in taken if name in CARDS]
    assert [str(path) for path in cards if path.parts[:3] != ("ccus", "portals", "worker")] == []


# Facts about a person that not everybody may see, and who of the domain reads their tables beside disclosure.
TABLES = {
    table
    for table, columns in WORKER_TABLES.items()
    if {kind for kind in columns.values() if isinstance(kind, Item)} - {Item.CARD, Item.EMPLOYERS}
    and table not in {"worker", "roster_line"}
}
WHY = {
    "applications/actions/enquiries.py": "finds by フリガナ and birth; lists frozen values",
    "applications/checks/people.py": "says whether a person is registered, and which card is due",
    "applications/messages.py": "writes to the own address",
    "cards/addresses.py": "where a card goes, kept with the card",
    "cards/faces.py": "the card itself: its holder, and the press after its look",
    "cards/issuing.py": "the colour of a card",
    "employees/expiries.py": "days on which something ends; the list shows them through frozen values",
    "employees/staff.py": "whose name was typed, among own workers; keys leave",
    "leaving/erasing.py": "erases",
    "retention/catalogue/applications.py": "keeps an image on which a fact rests",
    "printing/making.py": "the portrait for the press, after its look",
    "searching/statements.py": "narrows by what both opened; keys leave",
    "sites/own_trades.py": "職種 of whoever may be entered, as far as the firm may know them",
    "sites/sheet/rows.py": "フリガナ of whoever may be entered",
    "work_history/claims/entry_form.py": "職種 that a form of the own days begins with",
    "work_history/intake_sql.py": "フリガナ at the gate",
    "work_history/month_sql.py": "フリガナ, the order of a report",
}


MODELS = {model.__name__: model._meta.db_table for model in apps.get_models()}


def tables_read(path: Path) -> set[str]:
    """Tables of facts about persons that a file names: by model, or after `from` and `join` of a statement."""
    names = {
        MODELS.get(name, "") for module, name in imported(path) if module == "ccus.domain.workers.models"
    }
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            names |= set(re.findall(r"\b(?:from|join) (\w+)", node.value))
    return names & TABLES


def test_whoever_reads_facts_of_persons_beside_disclosure_is_named_here_with_a_reason() -> None:
    beside = [path for path in product() if path.parts[1] == "domain" and "migrations" not in path.parts]
    rooms = {"workers", "disclosure"}
    reading = {
        "/".join(path.parts[2:]) for path in beside if path.parts[2] not in rooms and tables_read(path)
    }
    assert reading == set(WHY)


def test_no_door_names_a_table_of_facts_about_persons() -> None:
    kana_at_the_gate = ("desk_sql.py", "worker_name")
    read = [(path, table) for path in DOORS for table in tables_read(path)]
    assert [f"{path}: {table}" for path, table in read if (path.name, table) != kana_at_the_gate] == []
