from pathlib import Path

from django.db import migrations

GRANTS = (Path(__file__).parent / "sql" / "grants.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("office", "0001_initial"),
        ("fees", "0006_taken_back"),
        ("applications", "0005_proxies"),
        ("work_history", "0004_said_once"),
    ]
    operations = [migrations.RunSQL([(GRANTS, None)], migrations.RunSQL.noop)]
