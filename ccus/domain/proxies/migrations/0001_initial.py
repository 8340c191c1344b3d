import uuid
from pathlib import Path

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

GRANTS = (Path(__file__).parent / "sql" / "grants.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("companies", "0006_agents"),
        ("workers", "0006_returning"),
    ]

    operations = [
        migrations.CreateModel(
            name="MandateAsk",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.UUIDField(default=uuid.uuid4, unique=True)),
                ("number", models.CharField(max_length=14, verbose_name="技能者ID")),
                ("asked_on", models.DateField()),
                ("until_on", models.DateField()),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.CharField(max_length=40)),
                ("answered_at", models.DateTimeField(null=True)),
                ("is_given", models.BooleanField(null=True)),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandate_asks",
                        to="workers.worker",
                    ),
                ),
            ],
            options={
                "db_table": "mandate_ask",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("company", "="),
                            ("number", "="),
                            (
                                models.Func(models.F("asked_on"), models.F("until_on"), function="daterange"),
                                "&&",
                            ),
                        ],
                        name="mandate_ask_once_a_month",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("is_given__isnull", True)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("is_given__isnull", False),
                                ("worker__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="mandate_ask_answered_whole",
                    ),
                ],
            },
        ),
        migrations.RunSQL([(GRANTS, None)], migrations.RunSQL.noop),
    ]
