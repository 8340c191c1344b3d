from pathlib import Path

from django.db import migrations

GRANTS = (Path(__file__).parent / "sql" / "grants.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("retention", "0001_initial"), ("leaving", "0002_taken_away")]
    operations = [migrations.RunSQL([(GRANTS, None)], migrations.RunSQL.noop)]
