from pathlib import Path

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

import ccus.domain.work_history.missing_terms

SQL = (Path(__file__).parent / "sql" / "asked_papers.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("companies", "0005_registered_grants"),
        ("sites", "0005_site_words"),
        ("work_history", "0007_new_in_ended_months"),
        ("workers", "0004_same_person_grants"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperAsk",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("fact", models.SmallIntegerField()),
                ("work_on", models.DateField()),
                ("asked_at", models.DateTimeField()),
                ("asked_on", models.DateField()),
                ("again_on", models.DateField()),
            ],
            options={
                "db_table": "paper_ask",
            },
        ),
        migrations.AddIndex(
            model_name="workrecord",
            index=models.Index(
                condition=models.Q(("state__in", [2, 3])), fields=["worker"], name="work_record_beside"
            ),
        ),
        migrations.AddField(
            model_name="paperask",
            name="company",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="companies.company"
            ),
        ),
        migrations.AddField(
            model_name="paperask",
            name="place",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sites.place"
            ),
        ),
        migrations.AddField(
            model_name="paperask",
            name="worker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="paper_asks", to="workers.worker"
            ),
        ),
        migrations.AddConstraint(
            model_name="paperask",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "fact__in",
                        [
                            ccus.domain.work_history.missing_terms.Missing["PERIOD"],
                            ccus.domain.work_history.missing_terms.Missing["LINE"],
                            ccus.domain.work_history.missing_terms.Missing["ACCEPTANCE"],
                            ccus.domain.work_history.missing_terms.Missing["LINK"],
                            ccus.domain.work_history.missing_terms.Missing["APPROVAL"],
                        ],
                    )
                ),
                name="paper_ask_fact_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="paperask",
            constraint=models.CheckConstraint(
                condition=models.Q(("again_on__gt", models.F("asked_on"))), name="paper_ask_days_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="paperask",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("worker", "="),
                    ("place", "="),
                    ("fact", "="),
                    ("company", "="),
                    (models.Func(models.F("asked_on"), models.F("again_on"), function="daterange"), "&&"),
                ],
                name="paper_ask_once_a_week",
            ),
        ),
        migrations.RunSQL([(SQL, None)], migrations.RunSQL.noop),
    ]
