"""The register reads for itself in few places; each fact of a guarded item is given by reader (DISC-15, DISC-16)."""

import pytest
from django.db import connection

from ccus.domain.disclosure.matrix import KEYS
from ccus.domain.workers.tables import TABLES
from ccus.domain.workers.terms import Item
from ccus.foundation.env import REPOSITORY

GUARDED = {Item.CONTACT, Item.EMERGENCY, Item.BLOOD, Item.HEALTH}
# Carrying out what was decided, telling the worker, comparing and counting: nobody is shown what is read there.
READS_FOR_ITSELF = {
    "demo/management/commands/seed_demo.py",
    "domain/applications/actions/approval.py",
    "domain/applications/checks/facts.py",
    "domain/applications/checks/rehearsal.py",
    "domain/cards/addresses.py",
    "domain/disclosure/photos.py",
    "domain/employees/expiries.py",
    "domain/evidence/actions.py",
    "domain/searching/finding.py",
    "domain/workers/reading.py",
    "domain/workers/suspects.py",
    "jobs/lines.py",
}


def test_the_places_where_the_register_reads_for_itself_are_known() -> None:
    code = REPOSITORY / "ccus"
    found = {
        path for path in code.rglob("*.py") if "reading_as(REGISTER)" in path.read_text(encoding="utf-8")
    }
    assert {str(path.relative_to(code)) for path in found} == READS_FOR_ITSELF


@pytest.mark.django_db
def test_every_registered_fact_of_a_guarded_item_is_given_by_reader() -> None:
    tables = {table._meta.db_table for key, table in TABLES.items() if KEYS[key] in GUARDED} | {"evidence"}
    with connection.cursor() as cursor:
        cursor.execute("select relname::text from pg_class where relrowsecurity")
        assert {name for (name,) in cursor.fetchall()} == tables
