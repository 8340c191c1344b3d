"""質問と案件: why somebody looked, asked and answered; companies that looked in an unusual way."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ccus.domain.companies.models import Company
from ccus.domain.looks.terms import Party, Second, SignKind, Verdict
from ccus.domain.workers.models import Worker


class LookQuestion(models.Model):
    """なぜ見ましたか: a worker about one day of one company; without a company, of the office (LOOK-02).

    `not_enough_at`: when the worker said that the answer is not enough, once.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")
    looked_on = models.DateField()
    words = models.CharField(max_length=400, blank=True)
    asked_at = models.DateTimeField()
    not_enough_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "look_question"
        indexes = [models.Index(fields=["company", "asked_at"], name="look_question_of_company")]
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "company", "looked_on"], nulls_distinct=False, name="look_question_once"
            ),
        ]


class LookAnswer(models.Model):
    """答え: said once by the company, and once, for good, by the office (LOOK-04)."""

    id = models.BigAutoField(primary_key=True)
    question = models.ForeignKey(LookQuestion, on_delete=models.PROTECT, related_name="answers")
    party = models.CharField(max_length=10)
    words = models.CharField(max_length=400)
    answered_at = models.DateTimeField()
    answered_by = models.CharField(max_length=40)

    class Meta:
        db_table = "look_answer"
        constraints = [
            models.UniqueConstraint(fields=["question", "party"], name="look_answer_once"),
            models.CheckConstraint(name="look_answer_party", condition=Q(party__in=list(Party))),
        ]


class LookCase(models.Model):
    """案件: one company that looked in an unusual way; one open at a time (LOOK-07, LOOK-08).

    `taken_by` (empty: nobody) is the officer who has it; the company is asked and answers once.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    taken_by = models.CharField(max_length=40, blank=True)
    asked_at = models.DateTimeField(null=True)
    asked_by = models.CharField(max_length=40, blank=True)
    asked_words = models.CharField(max_length=400, blank=True)
    said_at = models.DateTimeField(null=True)
    said_by = models.CharField(max_length=40, blank=True)
    said_words = models.CharField(max_length=400, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "look_case"
        constraints = [
            models.UniqueConstraint(
                fields=["company"], condition=Q(closed_at__isnull=True), name="look_case_one_open"
            ),
            models.CheckConstraint(
                name="look_case_answers_a_question",
                condition=Q(said_at__isnull=True) | Q(asked_at__isnull=False),
            ),
        ]


class LookSign(models.Model):
    """印 on a case, as one night found it: how many workers, on which days; `workers` are for whoever opens them."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(LookCase, on_delete=models.PROTECT, related_name="signs")
    kind = models.CharField(max_length=20)
    employer = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")
    workers = ArrayField(models.BigIntegerField())
    counted = models.PositiveIntegerField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    found_at = models.DateTimeField()

    class Meta:
        db_table = "look_sign"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "employer", "last_at"], nulls_distinct=False, name="look_sign_once"
            ),
            models.CheckConstraint(name="look_sign_kind", condition=Q(kind__in=list(SignKind))),
        ]


class LookVerdict(models.Model):
    """結論: an officer's on a case; a 停止 (until the day `until_on` begins) is confirmed or declined by a second."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(LookCase, on_delete=models.PROTECT, related_name="verdicts")
    verdict = models.CharField(max_length=10)
    until_on = models.DateField(null=True)
    words = models.CharField(max_length=400)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=40)
    second = models.CharField(max_length=10, blank=True)
    second_at = models.DateTimeField(null=True)
    second_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "look_verdict"
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=~Q(second=Second.DECLINED), name="look_verdict_one_stands"
            ),
            models.CheckConstraint(
                name="look_verdict_stop_has_an_end",
                condition=Q(verdict=Verdict.STOP, until_on__isnull=False)
                | Q(verdict__in=[Verdict.FINE, Verdict.CAUTION], until_on__isnull=True),
            ),
            models.CheckConstraint(
                name="look_verdict_second_is_another",
                condition=Q(second="", second_at__isnull=True, second_by="")
                | Q(verdict=Verdict.STOP, second__in=list(Second), second_at__isnull=False)
                & ~Q(second_by="")
                & ~Q(second_by=models.F("said_by")),
            ),
        ]

    @property
    def mark(self) -> str:
        """By what a page says which conclusion of the case it showed."""
        return self.said_at.isoformat()
