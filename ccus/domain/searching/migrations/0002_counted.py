from pathlib import Path

from django.db import migrations

COUNTED = (Path(__file__).parent / "sql" / "counted.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("searching", "0001_initial"),
        ("work_history", "0004_said_once"),
    ]
    operations = [migrations.RunSQL([(COUNTED, None)], migrations.RunSQL.noop)]
