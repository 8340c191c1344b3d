from pathlib import Path

from django.db import migrations

GRANTS = (Path(__file__).parent / "sql" / "grants.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("corrections", "0001_initial"),
        ("leaving", "0001_erasing"),
        ("work_history", "0004_said_once"),
    ]
    operations = [migrations.RunSQL([(GRANTS, None)], migrations.RunSQL.noop)]
