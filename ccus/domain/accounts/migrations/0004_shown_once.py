from pathlib import Path

from django.db import migrations

SHOWN = (Path(__file__).parent / "sql" / "shown.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_shown"), ("applications", "0002_path_and_grants")]
    operations = [migrations.RunSQL([(SHOWN, None)], migrations.RunSQL.noop)]
