from pathlib import Path

from django.db import migrations

CLAIMS = (Path(__file__).parent / "sql" / "claims.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("work_history", "0005_claims")]
    operations = [migrations.RunSQL([(CLAIMS, None)], migrations.RunSQL.noop)]
