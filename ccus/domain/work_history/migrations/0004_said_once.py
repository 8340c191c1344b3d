from pathlib import Path

from django.db import migrations

SAID_ONCE = (Path(__file__).parent / "sql" / "said_once.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("work_history", "0003_shifted_taps"), ("workers", "0001_initial")]
    operations = [migrations.RunSQL([(SAID_ONCE, None)], migrations.RunSQL.noop)]
