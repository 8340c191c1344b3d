from pathlib import Path

from django.db import migrations

SUSPECTS = (Path(__file__).parent / "sql" / "suspects.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("workers", "0007_first_step_grants")]
    operations = [migrations.RunSQL([(SUSPECTS, None)], migrations.RunSQL.noop)]
