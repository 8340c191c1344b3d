from pathlib import Path

from django.db import migrations

TOGETHER = (Path(__file__).parent / "sql" / "together.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("corrections", "0002_grants")]
    operations = [migrations.RunSQL([(TOGETHER, None)], migrations.RunSQL.noop)]
