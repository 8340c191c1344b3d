from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "items.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0005_rows_and_relations")]
    operations = [migrations.RunSQL([(SQL, None)], migrations.RunSQL.noop)]
