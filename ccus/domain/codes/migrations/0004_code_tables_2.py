from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from ccus.domain.codes import reading

TABLES = {
    "Country": "countries",
    "Prefecture": "prefectures",
    "ResidenceStatus": "residence_statuses",
    "SpecialCheck": "special_checks",
    "QualificationType": "qualification_types",
    "DeficiencyCode": "deficiency_codes",
}


def load(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for model, file in TABLES.items():
        table = apps.get_model("codes", model)
        table.objects.using(editor.connection.alias).bulk_create(
            table(**row) for row in reading.plain(file, 1)
        )


class Migration(migrations.Migration):
    dependencies = [("codes", "0003_more_codes")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
