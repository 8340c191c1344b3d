from pathlib import Path

from django.db import migrations

GRANTS = (Path(__file__).parent / "sql" / "grants.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial")]
    operations = [migrations.RunSQL([(GRANTS, None)], migrations.RunSQL.noop)]
