"""The worker, and what holds of a registration as a whole."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ccus.domain.accounts.models import User
from ccus.domain.companies.models import Company
from ccus.domain.workers.terms import Grade, Step
from ccus.foundation.dated import DatedFact, one_on_any_day


class Worker(models.Model):
    """技能者: one person, one `number` (技能者ID) for life (D-01)."""

    id = models.BigAutoField(primary_key=True)
    number = models.CharField("技能者ID", max_length=14, unique=True)
    account = models.OneToOneField(User, on_delete=models.PROTECT, null=True, related_name="worker")
    birth_on = models.DateField("生年月日")
    registered_on = models.DateField("初期登録日")

    class Meta:
        db_table = "worker"
        indexes = [models.Index(fields=["birth_on"], name="worker_birth")]
        constraints = [
            models.CheckConstraint(name="worker_number_14_digits", condition=Q(number__regex=r"^[0-9]{14}$")),
            models.CheckConstraint(name="worker_born_first", condition=Q(birth_on__lt=F("registered_on"))),
        ]


class Withdrawal(models.Model):
    """退会: from `withdrawn_at` until the return (再登録), if any, the worker's taps make no record (D-13, D-18).

    `returned_at` and `returned_by` are said once (LEAVE-05). Whoever leaves again has a further row. `erased_at`: from
    then on nothing of the person is held (LEAVE-06).
    """

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="withdrawals")
    withdrawn_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    returned_at = models.DateTimeField(null=True)
    returned_by = models.CharField(max_length=40, blank=True, db_default="")
    erased_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "withdrawal"
        constraints = [
            models.UniqueConstraint(
                fields=["worker"], condition=Q(returned_at__isnull=True), name="withdrawal_one_open"
            ),
            models.CheckConstraint(
                name="withdrawal_before_return",
                condition=Q(returned_at__isnull=True) | Q(returned_at__gt=F("withdrawn_at")),
            ),
            models.CheckConstraint(
                name="withdrawal_returned_or_erased",
                condition=Q(returned_at__isnull=True) | Q(erased_at__isnull=True),
            ),
        ]


class FirstStep(models.Model):
    """最初に行うことの済み: one of the guide's four steps that a worker has finished, once (guide G04-2)."""

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="first_steps")
    step = models.CharField(max_length=12)
    done_at = models.DateTimeField()

    class Meta:
        db_table = "first_step"
        constraints = [
            models.UniqueConstraint(fields=["worker", "step"], name="first_step_once"),
            models.CheckConstraint(name="first_step_known", condition=Q(step__in=list(Step))),
        ]


class RegistrationGrade(DatedFact):
    """登録の型: 簡略型 or 詳細型."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="grades")
    grade = models.CharField("登録の型", max_length=10)

    class Meta:
        db_table = "registration_grade"
        constraints = [
            models.CheckConstraint(name="registration_grade_known", condition=Q(grade__in=list(Grade))),
            one_on_any_day("registration_grade_one", "worker"),
        ]


class Mandate(DatedFact):
    """代行の委任: a worker lets a company do some acts in the worker's name; ending it bites at once (D-28)."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="mandates")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    acts = ArrayField(models.CharField(max_length=20))

    class Meta:
        db_table = "mandate"
        constraints = [
            models.CheckConstraint(name="mandate_for_something", condition=Q(acts__len__gte=1)),
            one_on_any_day("mandate_once_a_company", "worker", "company"),
        ]
