from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "traces.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("disclosure", "0003_grants"),
        ("leaving", "0001_erasing"),
    ]
    operations = [migrations.RunSQL([(SQL, None)], migrations.RunSQL.noop)]
