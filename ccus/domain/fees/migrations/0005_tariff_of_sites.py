import csv
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FILE = Path(__file__).parents[1] / "data" / "tariffs-3.csv"
RECORDED_AT = datetime(2019, 4, 1, tzinfo=ZoneInfo("Asia/Tokyo"))


def load(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    tariff = apps.get_model("fees", "Tariff")
    with FILE.open(encoding="utf-8", newline="") as file:
        tariff.objects.using(editor.connection.alias).bulk_create(
            tariff(
                kind=row["kind"],
                amount=int(row["amount"]),
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
                recorded_at=RECORDED_AT,
                recorded_by="system:0",
            )
            for row in csv.DictReader(file)
        )


class Migration(migrations.Migration):
    dependencies = [("fees", "0004_tariffs_of_companies")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
