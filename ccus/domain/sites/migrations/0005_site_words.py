from pathlib import Path

from django.db import migrations

WORDS = (Path(__file__).parent / "sql" / "words.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("sites", "0004_site_search")]
    operations = [migrations.RunSQL([(WORDS, None)], migrations.RunSQL.noop)]
