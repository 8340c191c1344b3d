"""身体と腕前の証: health checks, qualifications, training, awards. Valid from the day on which they came about."""

from django.db import models
from django.db.models import F, Q

from ccus.domain.codes.models import QualificationType, SpecialCheck
from ccus.domain.evidence.models import Evidence
from ccus.domain.workers.models.worker import Worker
from ccus.foundation.dated import DatedFact

STANDING = Q(superseded_at__isnull=True)


class HealthCheck(DatedFact):
    """健康診断: valid from the day of the check; pages show the latest within a year."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="health_checks")
    systolic = models.PositiveSmallIntegerField("血圧（上）", null=True)
    diastolic = models.PositiveSmallIntegerField("血圧（下）", null=True)

    class Meta:
        db_table = "health_check"
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "valid_from"], condition=STANDING, name="health_check_once_a_day"
            ),
            models.CheckConstraint(
                name="health_check_blood_pressure",
                condition=Q(systolic__isnull=True)
                | Q(diastolic__isnull=True)
                | Q(systolic__gt=F("diastolic")),
            ),
        ]


class SpecialHealthCheck(DatedFact):
    """特殊健康診断, for hazardous work."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="special_health_checks")
    kind = models.ForeignKey(SpecialCheck, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "special_health_check"
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "kind", "valid_from"],
                condition=STANDING,
                name="special_health_check_once_a_day",
            ),
        ]


class HeldQualification(DatedFact):
    """資格 (guide G11-2): 資格取得日 is `valid_from`, 有効期限 the day before `valid_until`."""

    qualification = models.ForeignKey(QualificationType, on_delete=models.PROTECT, related_name="+")
    number = models.CharField("資格番号", max_length=160)
    image = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class CoreWorkerQualification(HeldQualification):
    """登録基幹技能者資格: whoever holds one at issue gets a gold card (guide G02-2)."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="core_qualifications")

    class Meta:
        db_table = "core_worker_qualification"
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "qualification", "number"],
                condition=STANDING,
                name="core_qualification_once",
            ),
        ]


class Qualification(HeldQualification):
    """保有資格: licences, skill trainings, special education, certified skills."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="qualifications")

    class Meta:
        db_table = "qualification"
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "qualification", "number"], condition=STANDING, name="qualification_once"
            ),
        ]


class Training(DatedFact):
    """研修受講履歴; valid from the day it was completed."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="trainings")
    name = models.CharField("研修の名前", max_length=480)
    organiser = models.CharField("研修を行ったところ", max_length=480)

    class Meta:
        db_table = "training"
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "name", "valid_from"], condition=STANDING, name="training_once"
            ),
        ]


class Award(DatedFact):
    """表彰履歴; valid from the day it was given."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="awards")
    name = models.CharField("表彰の名前", max_length=480)
    organiser = models.CharField("表彰したところ", max_length=480)

    class Meta:
        db_table = "award"
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "name", "valid_from"], condition=STANDING, name="award_once"
            ),
        ]
