from pathlib import Path

from django.db import migrations

DESIGNS = (Path(__file__).parent / "sql" / "designs.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("cards", "0002_designs_and_addresses"), ("applications", "0002_path_and_grants")]
    operations = [migrations.RunSQL([(DESIGNS, None)], migrations.RunSQL.noop)]
