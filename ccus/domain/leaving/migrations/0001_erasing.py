from pathlib import Path

from django.db import migrations

ERASING = (Path(__file__).parent / "sql" / "erasing.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("applications", "0002_path_and_grants"),
        ("work_history", "0004_said_once"),
        ("workers", "0006_returning"),
    ]
    operations = [migrations.RunSQL([(ERASING, None)], migrations.RunSQL.noop)]
