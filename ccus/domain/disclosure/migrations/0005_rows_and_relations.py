from pathlib import Path

from django.db import migrations

FILES = ("relations.sql", "guard.sql", "rows.sql")
SQL = [(Path(__file__).parent / "sql" / file).read_text(encoding="utf-8") for file in FILES]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_sessions"),
        ("applications", "0005_proxies"),
        ("certificates", "0002_grants"),
        ("companies", "0006_agents"),
        ("disclosure", "0004_traces"),
        ("evidence", "0001_initial"),
        ("sites", "0006_reader_system"),
        ("work_history", "0010_evidence_of_linked_systems"),
        ("workers", "0006_returning"),
    ]
    operations = [migrations.RunSQL([(file, None)], migrations.RunSQL.noop) for file in SQL]
