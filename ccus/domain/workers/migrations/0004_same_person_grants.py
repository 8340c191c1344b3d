from pathlib import Path

from django.db import migrations

SAME_PERSON = (Path(__file__).parent / "sql" / "same_person.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("workers", "0003_same_person"), ("work_history", "0004_said_once")]
    operations = [migrations.RunSQL([(SAME_PERSON, None)], migrations.RunSQL.noop)]
