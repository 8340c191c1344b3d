import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models

import ccus.domain.workers.terms


class Migration(migrations.Migration):
    dependencies = [
        ("workers", "0002_registered_information"),
    ]

    operations = [
        migrations.CreateModel(
            name="SamePersonProposal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "key",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), unique=True),
                ),
                ("kind", models.CharField(max_length=10)),
                ("words", models.CharField(max_length=400, verbose_name="理由")),
                ("proposed_at", models.DateTimeField()),
                ("proposed_by", models.CharField(max_length=40)),
                ("answer", models.CharField(blank=True, max_length=10)),
                ("answer_words", models.CharField(blank=True, max_length=400, verbose_name="答えの理由")),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.CharField(blank=True, max_length=40)),
                (
                    "main",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workers.worker"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workers.worker"
                    ),
                ),
            ],
            options={
                "db_table": "same_person_proposal",
            },
        ),
        migrations.CreateModel(
            name="WorkerAlias",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("proposed_by", models.CharField(max_length=40)),
                ("recorded_at", models.DateTimeField()),
                ("recorded_by", models.CharField(max_length=40)),
                ("superseded_at", models.DateTimeField(null=True)),
                (
                    "main",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workers.worker"
                    ),
                ),
                (
                    "proposal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="workers.samepersonproposal",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workers.worker"
                    ),
                ),
            ],
            options={
                "db_table": "worker_alias",
            },
        ),
        migrations.CreateModel(
            name="DifferentPersons",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("words", models.CharField(max_length=400, verbose_name="理由")),
                ("recorded_at", models.DateTimeField()),
                ("recorded_by", models.CharField(max_length=40)),
                ("superseded_at", models.DateTimeField(null=True)),
                (
                    "high",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workers.worker"
                    ),
                ),
                (
                    "low",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workers.worker"
                    ),
                ),
            ],
            options={
                "db_table": "different_persons",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=("low", "high"),
                        name="different_persons_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("low__lt", models.F("high")), models.Q(("words", ""), _negated=True)
                        ),
                        name="different_persons_in_order",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="samepersonproposal",
            index=models.Index(fields=["worker"], name="same_person_of_worker"),
        ),
        migrations.AddIndex(
            model_name="samepersonproposal",
            index=models.Index(fields=["main"], name="same_person_of_main"),
        ),
        migrations.AddConstraint(
            model_name="samepersonproposal",
            constraint=models.UniqueConstraint(
                django.db.models.functions.comparison.Least("worker", "main"),
                django.db.models.functions.comparison.Greatest("worker", "main"),
                condition=models.Q(("answer", "")),
                name="same_person_proposed_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="samepersonproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [ccus.domain.workers.terms.Same["MERGE"], ccus.domain.workers.terms.Same["SEPARATE"]],
                    )
                ),
                name="same_person_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="samepersonproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("worker", models.F("main")), _negated=True),
                    models.Q(("words", ""), _negated=True),
                ),
                name="same_person_two_ids",
            ),
        ),
        migrations.AddConstraint(
            model_name="samepersonproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("answer", ""),
                        ("answer_words", ""),
                        ("answered_at__isnull", True),
                        ("answered_by", ""),
                    ),
                    models.Q(
                        (
                            "answer__in",
                            [
                                ccus.domain.workers.terms.SameAnswer["APPROVED"],
                                ccus.domain.workers.terms.SameAnswer["REFUSED"],
                            ],
                        ),
                        ("answered_at__isnull", False),
                        models.Q(("answered_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="same_person_answered_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="samepersonproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("answered_by", models.F("proposed_by")), _negated=True),
                name="same_person_two_officers",
            ),
        ),
        migrations.AddIndex(
            model_name="workeralias",
            index=models.Index(fields=["worker"], name="worker_alias_of_worker"),
        ),
        migrations.AddIndex(
            model_name="workeralias",
            index=models.Index(fields=["main"], name="worker_alias_of_main"),
        ),
        migrations.AddConstraint(
            model_name="workeralias",
            constraint=models.UniqueConstraint(
                condition=models.Q(("superseded_at__isnull", True)),
                fields=("worker",),
                name="worker_alias_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="workeralias",
            constraint=models.CheckConstraint(
                condition=models.Q(("worker", models.F("main")), _negated=True),
                name="worker_alias_of_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="workeralias",
            constraint=models.CheckConstraint(
                condition=models.Q(("recorded_by", models.F("proposed_by")), _negated=True),
                name="worker_alias_two_officers",
            ),
        ),
    ]
