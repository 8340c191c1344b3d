from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "relations_of_many.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0006_items_of_relations")]
    operations = [migrations.RunSQL([(SQL, None)], migrations.RunSQL.noop)]
