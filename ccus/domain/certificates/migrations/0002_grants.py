from pathlib import Path

from django.db import migrations

CERTIFICATES = (Path(__file__).parent / "sql" / "certificates.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("certificates", "0001_initial"), ("work_history", "0006_claims_grants")]
    operations = [migrations.RunSQL([(CERTIFICATES, None)], migrations.RunSQL.noop)]
