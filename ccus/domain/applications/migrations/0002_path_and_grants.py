from pathlib import Path

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from ccus.domain.applications.rules import TRANSITIONS

SQL = Path(__file__).parent / "sql"


def _whole_file(name: str) -> migrations.RunSQL:
    return migrations.RunSQL([((SQL / name).read_text(encoding="utf-8"), None)], migrations.RunSQL.noop)


def load(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    transition = apps.get_model("applications", "ApplicationTransition")
    transition.objects.using(editor.connection.alias).bulk_create(
        transition(from_state=before, to_state=after) for before, after in TRANSITIONS
    )


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0001_initial"),
        ("disclosure", "0001_initial"),
        ("fees", "0002_tariffs"),
        ("features", "0001_initial"),
        ("notices", "0002_announcement_mail"),
        ("work_history", "0004_said_once"),
        ("workers", "0002_registered_information"),
    ]
    operations = [
        migrations.RunPython(load, migrations.RunPython.noop),
        _whole_file("path.sql"),
        _whole_file("grants.sql"),
    ]
