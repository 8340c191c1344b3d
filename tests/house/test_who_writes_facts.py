"""What is registered changes by an application, by both sides of a 所属, or by a correction alone (FIX-01)."""

import ast
import re
from pathlib import Path

from ccus.domain.companies.tables import KEPT as OF_COMPANIES
from ccus.domain.workers.tables import TABLES as OF_WORKERS
from tests.house.source import called, nodes, product
from tests.house.test_who_reads import imported

TABLES = {
    model.__name__: model._meta.db_table for model in [*OF_WORKERS.values(), *OF_COMPANIES.of_block.values()]
}
# What writes facts of somebody for whoever calls it. A refusal taken from there writes nothing.
ACTS = {
    "ccus.domain.companies.actions.facts",
    "ccus.domain.companies.actions.registration",
    "ccus.domain.corrections.applying",
    "ccus.domain.corrections.undoing",
    "ccus.domain.workers.actions.affiliation",
    "ccus.domain.workers.actions.registered",
    "ccus.domain.workers.actions.registration",
    "ccus.domain.workers.changing",
    "ccus.foundation.kept.changing",
}
WHY = {
    "domain/applications/applying.py": "an approved application, block by block",
    "domain/applications/checks/rehearsal.py": "the approval tried beforehand, and taken back",
    "domain/applications/effects.py": "an approved application that registers somebody",
    "domain/applications/effects_of_companies.py": "the same of a company, with its 一人親方",
    "domain/companies/actions/facts.py": "facts of a company",
    "domain/disclosure/actions.py": "reads 所属, ends switches of disclosure",
    "domain/leaving/fates.py": "erases",
    "domain/searching/actions.py": "reads 所属, ends what was searched for",
    "domain/workers/actions/affiliation.py": "所属, which both sides agree on",
    "domain/workers/actions/registered.py": "facts of a worker",
    "domain/workers/actions/registration.py": "a worker comes into being",
    "domain/workers/changing.py": "one row of a worker's block",
    "portals/company/employees/one/view.py": "所属, the company's side",
    "portals/company/employees/requests/view.py": "所属, the company's side",
    "portals/worker/employers/view.py": "所属, the worker's side",
}
CORRECTIONS = "domain/corrections/"
_ENDED = {"again", "change_from", "end_on", "supersede", "supersede_all"}
_WRITTEN = {"bulk_create", "bulk_update", "create", "delete", "get_or_create", "update", "update_or_create"}
_SQL = re.compile(r"\b(?:insert into|update|delete from|copy) (\w+)", re.IGNORECASE)


def calls_acts(path: Path) -> bool:
    """Whether a file takes a function that writes facts."""
    return any(module in ACTS and not name[:1].isupper() for module, name in imported(path) if name)


def written(path: Path) -> set[str]:
    """Tables of facts that a file writes itself: through their models, or in a statement."""
    models = {name for module, name in imported(path) if module.endswith(".models")} & set(TABLES)
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Call):
            first = re.split(r"\W", ast.unparse(node.func), maxsplit=1)[0]
            named = {first} if called(node) in {first, *_WRITTEN} else set()
            found |= {TABLES[name] for name in (models if called(node) in _ENDED else named & models)}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= set(_SQL.findall(node.value)) & set(TABLES.values())
    return found


def writers() -> set[str]:
    """Files that write facts, but for the invented country and the room of the corrections itself."""
    found = {"/".join(path.parts[1:]) for path in product() if calls_acts(path) or written(path)}
    return {path for path in found if not path.startswith(("demo/", CORRECTIONS))}


def test_whoever_writes_a_fact_is_named_here_with_a_reason() -> None:
    assert writers() == set(WHY)


def test_the_office_writes_no_fact_but_through_an_application_or_a_correction() -> None:
    doors = ("portals/office/", "portals/public/", "portals/filing/", "api/", "jobs/", "entrance/")
    assert [path for path in writers() if path.startswith(doors)] == []


def test_the_rule_would_notice_a_page_of_the_office_that_writes(tmp_path: Path) -> None:
    page = tmp_path / "view.py"
    page.write_text("from ccus.domain.workers.actions.registered import change_fact\n")
    assert calls_acts(page)
    assert not written(page)


def test_the_rule_would_notice_a_fact_that_is_written_past_every_act(tmp_path: Path) -> None:
    model, statement = tmp_path / "model.py", tmp_path / "statement.py"
    model.write_text(
        "from ccus.domain.workers.models import Contact\nContact.objects.filter(pk=1).update(town='')\n"
    )
    statement.write_text("SQL = 'update worker_name set official = %s'\n")
    assert (written(model), written(statement)) == ({"contact"}, {"worker_name"})


def test_a_page_that_only_names_a_refusal_writes_nothing(tmp_path: Path) -> None:
    page = tmp_path / "view.py"
    page.write_text("from ccus.domain.workers.actions.registration import AlreadyRegistered\n")
    assert not calls_acts(page)
