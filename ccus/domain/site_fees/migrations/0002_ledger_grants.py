from pathlib import Path

from django.db import migrations

LEDGER = (Path(__file__).parent / "sql" / "ledger.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("site_fees", "0001_initial"), ("work_history", "0004_said_once")]
    operations = [migrations.RunSQL([(LEDGER, None)], migrations.RunSQL.noop)]
