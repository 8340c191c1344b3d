from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"


def _whole_file(name: str) -> migrations.RunSQL:
    return migrations.RunSQL([((SQL / name).read_text(encoding="utf-8"), None)], migrations.RunSQL.noop)


class Migration(migrations.Migration):
    dependencies = [
        ("work_history", "0001_initial"),
        ("audit", "0001_initial"),
        ("cards", "0001_initial"),
        ("codes", "0001_initial"),
        ("notices", "0001_initial"),
        ("sites", "0001_initial"),
    ]
    operations = [_whole_file("taps.sql"), _whole_file("grants.sql")]
