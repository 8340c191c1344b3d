from pathlib import Path

from django.db import migrations

GRANTS = (Path(__file__).parent / "sql" / "registered_grants.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("companies", "0003_grants"),
        ("companies", "0004_registered_information"),
    ]
    operations = [migrations.RunSQL([(GRANTS, None)], migrations.RunSQL.noop)]
