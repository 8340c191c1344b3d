from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from ccus.domain.codes import reading


def load(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for model, rows in (
        ("Trade", reading.trades(1)),
        ("Position", reading.positions(1)),
        ("InsuranceKind", reading.insurance_kinds(1)),
    ):
        table = apps.get_model("codes", model)
        table.objects.using(editor.connection.alias).bulk_create(table(**row) for row in rows)


class Migration(migrations.Migration):
    dependencies = [("codes", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
