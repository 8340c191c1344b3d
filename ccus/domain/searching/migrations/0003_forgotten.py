from pathlib import Path

from django.db import migrations

FORGOTTEN = (Path(__file__).parent / "sql" / "forgotten.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("searching", "0002_counted"),
    ]
    operations = [migrations.RunSQL([(FORGOTTEN, None)], migrations.RunSQL.noop)]
