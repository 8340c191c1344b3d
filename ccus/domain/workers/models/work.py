"""仕事のこと: employers, trades, experience, insurance, retirement aid, schooling."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from ccus.domain.codes.models import InsuranceKind, Trade
from ccus.domain.codes.terms import Joined
from ccus.domain.companies.models import Company
from ccus.domain.workers.models.worker import Worker
from ccus.domain.workers.terms import Employment
from ccus.foundation.dated import VALID_DAYS, DatedFact, one_on_any_day


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


class Experience(DatedFact):
    """経験: years, and what was done in them."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="experiences")
    years = models.PositiveSmallIntegerField("経験年数", null=True)
    text = models.TextField("経験した仕事")

    class Meta:
        db_table = "experience"
        constraints = [one_on_any_day("experience_one", "worker")]


class Schooling(DatedFact):
    """指定学科の学歴; valid from the day of graduation."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="schoolings")
    school = models.CharField("学校名", max_length=480)
    course = models.CharField("学科名", max_length=480)

    class Meta:
        db_table = "schooling"


class SocialInsurance(DatedFact):
    """社会保険: three branches. No column for 記号・番号 or 基礎年金番号, by law (`ccus.md` §28)."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="insurances")
    health = models.CharField("健康保険", max_length=10)
    health_kind = models.ForeignKey(InsuranceKind, on_delete=models.PROTECT, null=True, related_name="+")
    pension = models.CharField("年金保険", max_length=10)
    pension_kind = models.ForeignKey(InsuranceKind, on_delete=models.PROTECT, null=True, related_name="+")
    employment = models.CharField("雇用保険", max_length=10)
    employment_kind = models.ForeignKey(InsuranceKind, on_delete=models.PROTECT, null=True, related_name="+")
    employment_last4 = models.CharField("雇用保険の番号（下4桁）", max_length=4, blank=True)
    special_accident = models.BooleanField("労災保険の特別加入", default=False)

    class Meta:
        db_table = "social_insurance"
        constraints = [
            models.CheckConstraint(
                name="social_insurance_answers_known",
                condition=Q(health__in=list(Joined), pension__in=list(Joined), employment__in=list(Joined)),
            ),
            models.CheckConstraint(
                name="social_insurance_kind_of_joined",
                condition=Q(
                    *(
                        ~Q(**{branch: "joined"}) | Q(**{f"{branch}_kind__isnull": False})
                        for branch in ("health", "pension", "employment")
                    )
                ),
            ),
            models.CheckConstraint(
                name="social_insurance_last4", condition=Q(employment_last4__regex=r"^([0-9]{4})?$")
            ),
            one_on_any_day("social_insurance_one", "worker"),
        ]


class RetirementAid(DatedFact):
    """退職金共済: 建退共 with its number, 中退共 without."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="retirement_aids")
    kentaikyo = models.BooleanField("建退共に加入している")
    kentaikyo_number = models.CharField("建退共の被共済者番号", max_length=80, blank=True)
    chutaikyo = models.BooleanField("中退共に加入している")

    class Meta:
        db_table = "retirement_aid"
        constraints = [
            models.CheckConstraint(
                name="retirement_aid_number_of_members",
                condition=Q(kentaikyo=False) | ~Q(kentaikyo_number=""),
            ),
            one_on_any_day("retirement_aid_one", "worker"),
        ]


class AffiliationRequest(models.Model):
    """所属の申請: asked by either side, closed once, by acceptance or refusal (D-19)."""

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    is_main = models.BooleanField()
    employment = models.CharField("雇用形態", max_length=20, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    asked_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    is_accepted = models.BooleanField(null=True)

    class Meta:
        db_table = "affiliation_request"
        constraints = [
            models.CheckConstraint(
                name="affiliation_request_employment_known", condition=Q(employment__in=["", *Employment])
            ),
            models.CheckConstraint(
                name="affiliation_request_days",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
            ),
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
    """所属: a worker under an employer; several at a time, one of them main (D-19).

    `held_since`: a link that was put right supports the days from then on (FIX-03).
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="affiliations")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    is_main = models.BooleanField()
    employment = models.CharField("雇用形態", max_length=20, blank=True)
    held_since = models.DateTimeField(null=True)

    class Meta:
        db_table = "affiliation"
        indexes = [models.Index(fields=["worker", "company"], name="affiliation_link")]
        constraints = [
            models.CheckConstraint(
                name="affiliation_employment_known", condition=Q(employment__in=["", *Employment])
            ),
            models.CheckConstraint(
                name="affiliation_held_before_recorded",
                condition=Q(held_since__isnull=True) | Q(held_since__lte=F("recorded_at")),
            ),
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
