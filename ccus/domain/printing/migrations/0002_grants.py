from pathlib import Path

from django.db import migrations

GRANTS = (Path(__file__).parent / "sql" / "grants.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("printing", "0001_initial"), ("applications", "0002_path_and_grants")]
    operations = [migrations.RunSQL([(GRANTS, None)], migrations.RunSQL.noop)]
