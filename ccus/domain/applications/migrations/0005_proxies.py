from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

PROXIES = (Path(__file__).parent / "sql" / "proxies.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0004_grants_of_companies"),
        ("companies", "0006_agents"),
        ("workers", "0006_returning"),
    ]

    operations = [
        migrations.AddField(
            model_name="applicationstep",
            name="mandate",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workers.mandate"
            ),
        ),
        migrations.CreateModel(
            name="CaseProxy",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=40)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proxies",
                        to="applications.application",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workers.mandate"
                    ),
                ),
            ],
            options={
                "db_table": "case_proxy",
                "constraints": [
                    models.UniqueConstraint(fields=("company", "application"), name="case_proxy_once")
                ],
            },
        ),
        migrations.RunSQL([(PROXIES, None)], migrations.RunSQL.noop),
    ]
