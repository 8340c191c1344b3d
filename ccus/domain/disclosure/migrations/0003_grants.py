from pathlib import Path

from django.db import migrations

GRANTS = (Path(__file__).parent / "sql" / "switches.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0002_switches"),
        ("work_history", "0004_said_once"),
    ]
    operations = [migrations.RunSQL([(GRANTS, None)], migrations.RunSQL.noop)]
