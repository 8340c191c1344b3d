from pathlib import Path

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

AGENTS = (Path(__file__).parent / "sql" / "agents.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("companies", "0005_registered_grants"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgentLicence",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("recorded_by", models.CharField(max_length=40)),
                ("superseded_at", models.DateTimeField(null=True)),
                ("number", models.CharField(max_length=8, verbose_name="登録番号")),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agent_licences",
                        to="companies.company",
                    ),
                ),
            ],
            options={
                "db_table": "agent_licence",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        expressions=[
                            ("company", "="),
                            (
                                models.Func(
                                    models.F("valid_from"), models.F("valid_until"), function="daterange"
                                ),
                                "&&",
                            ),
                        ],
                        name="agent_licence_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__regex", "^[0-9]{8}$")),
                        name="agent_licence_number_digits",
                    ),
                ],
            },
        ),
        migrations.RunSQL([(AGENTS, None)], migrations.RunSQL.noop),
    ]
