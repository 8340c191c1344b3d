from pathlib import Path

from django.db import migrations

TAKEN_AWAY = (Path(__file__).parent / "sql" / "taken_away.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("leaving", "0001_erasing"), ("recovery", "0001_initial")]
    operations = [migrations.RunSQL([(TAKEN_AWAY, None)], migrations.RunSQL.noop)]
