"""Workers. One table per disclosure item; a dated fact is only ever added and superseded (D-26)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from ccus.domain.accounts.models import User
from ccus.domain.codes.models import Trade
from ccus.domain.companies.models import Company
from ccus.foundation.dated import VALID_DAYS, DatedFact


class Worker(models.Model):
    """技能者: one person, one `number` (技能者ID) for life (D-01)."""

    id = models.BigAutoField(primary_key=True)
    number = models.CharField("技能者ID", max_length=14, unique=True)
    account = models.OneToOneField(User, on_delete=models.PROTECT, null=True, related_name="worker")
    birth_on = models.DateField("生年月日")
    registered_on = models.DateField("初期登録日")

    class Meta:
        db_table = "worker"
        constraints = [
            models.CheckConstraint(name="worker_number_14_digits", condition=Q(number__regex=r"^[0-9]{14}$")),
            models.CheckConstraint(name="worker_born_first", condition=Q(birth_on__lt=F("registered_on"))),
        ]


class Withdrawal(models.Model):
    """退会: from `withdrawn_at` the worker's taps make no record (D-13, D-18)."""

    id = models.BigAutoField(primary_key=True)
    worker = models.OneToOneField(Worker, on_delete=models.PROTECT, related_name="withdrawal")
    withdrawn_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "withdrawal"


class WorkerName(DatedFact):
    """氏名: the official name as one string on the identity document, with kana and optional other forms."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="names")
    official = models.CharField("氏名", max_length=120)
    kana = models.CharField("フリガナ", max_length=120)
    roman = models.CharField("ローマ字", max_length=120, blank=True)
    native = models.CharField("母語の表記", max_length=120, blank=True)
    alias = models.CharField("通称名", max_length=120, blank=True)

    class Meta:
        db_table = "worker_name"
        constraints = [
            models.CheckConstraint(name="worker_name_given", condition=~Q(official="") & ~Q(kana="")),
            ExclusionConstraint(
                name="worker_name_one_at_a_time",
                expressions=[("worker", RangeOperators.EQUAL), (VALID_DAYS, RangeOperators.OVERLAPS)],
                condition=Q(superseded_at__isnull=True),
            ),
        ]


class WorkerTrade(DatedFact):
    """職種: up to four at a time, `rank` 1 is the main one."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="trades")
    trade = models.ForeignKey(Trade, on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "worker_trade"
        constraints = [
            models.CheckConstraint(name="worker_trade_rank", condition=Q(rank__gte=1, rank__lte=4)),
            ExclusionConstraint(
                name="worker_trade_one_a_rank",
                expressions=[
                    ("worker", RangeOperators.EQUAL),
                    ("rank", RangeOperators.EQUAL),
                    (VALID_DAYS, RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True),
            ),
        ]


class CoreWorkerQualification(DatedFact):
    """登録基幹技能者資格: whoever holds one at issue gets a gold card (guide G02-2)."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="core_qualifications")
    name = models.CharField("資格種別", max_length=60)
    certificate_no = models.CharField("資格番号", max_length=40)

    class Meta:
        db_table = "core_worker_qualification"


class AffiliationRequest(models.Model):
    """所属の申請: asked by either side, closed once, by acceptance or refusal (D-19)."""

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    is_main = models.BooleanField()
    valid_from = models.DateField()
    asked_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    is_accepted = models.BooleanField(null=True)

    class Meta:
        db_table = "affiliation_request"
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "company"],
                condition=Q(closed_at__isnull=True),
                name="affiliation_asked_once",
            ),
            models.CheckConstraint(
                name="affiliation_request_closed_by_an_answer",
                condition=Q(closed_at__isnull=True, is_accepted__isnull=True)
                | Q(closed_at__isnull=False, is_accepted__isnull=False),
            ),
        ]


class Affiliation(DatedFact):
    """所属: a worker under an employer; several at a time, one of them main (D-19)."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="affiliations")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    is_main = models.BooleanField()

    class Meta:
        db_table = "affiliation"
        indexes = [models.Index(fields=["worker", "company"], name="affiliation_link")]
        constraints = [
            ExclusionConstraint(
                name="affiliation_one_main",
                expressions=[("worker", RangeOperators.EQUAL), (VALID_DAYS, RangeOperators.OVERLAPS)],
                condition=Q(superseded_at__isnull=True, is_main=True),
            ),
            ExclusionConstraint(
                name="affiliation_once_a_company",
                expressions=[
                    ("worker", RangeOperators.EQUAL),
                    ("company", RangeOperators.EQUAL),
                    (VALID_DAYS, RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True),
            ),
        ]
