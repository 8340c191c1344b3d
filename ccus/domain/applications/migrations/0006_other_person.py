from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SUSPECTS = (Path(__file__).parent / "sql" / "suspects.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0005_proxies"),
        ("workers", "0008_suspects"),
    ]

    operations = [
        migrations.CreateModel(
            name="OtherPerson",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("words", models.CharField(max_length=400, verbose_name="理由")),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=40)),
                ("taken_back_at", models.DateTimeField(null=True)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="other_persons",
                        to="applications.application",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="applications.application",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="applications.submission",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="workers.worker",
                    ),
                ),
            ],
            options={
                "db_table": "other_person",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at__isnull", True), ("worker__isnull", False)),
                        fields=("submission", "worker"),
                        name="other_person_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("other__isnull", False), ("taken_back_at__isnull", True)),
                        fields=("submission", "other"),
                        name="other_person_once_of_case",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("words", ""), _negated=True),
                            models.Q(
                                models.Q(("other__isnull", False), ("worker__isnull", True)),
                                models.Q(("other__isnull", True), ("worker__isnull", False)),
                                _connector="OR",
                            ),
                        ),
                        name="other_person_is_one",
                    ),
                ],
            },
        ),
        migrations.RunSQL([(SUSPECTS, None)], migrations.RunSQL.noop),
    ]
