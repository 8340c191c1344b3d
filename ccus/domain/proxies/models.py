"""代行のお願い: which company asked which 技能者ID for a mandate."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from ccus.domain.companies.models import Company
from ccus.domain.workers.models import Worker

_DAYS = Func(F("asked_on"), F("until_on"), function="daterange")


class MandateAsk(models.Model):
    """代行のお願い: of whatever number was typed; `worker` is empty where it can reach nobody (PROXY-04).

    `until_on` is the first day on which it has lapsed. Added once, answered once.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    number = models.CharField("技能者ID", max_length=14)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, related_name="mandate_asks")
    asked_on = models.DateField()
    until_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=40)
    answered_at = models.DateTimeField(null=True)
    is_given = models.BooleanField(null=True)

    class Meta:
        db_table = "mandate_ask"
        constraints = [
            ExclusionConstraint(
                name="mandate_ask_once_a_month",
                expressions=[
                    ("company", RangeOperators.EQUAL),
                    ("number", RangeOperators.EQUAL),
                    (_DAYS, RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                name="mandate_ask_answered_whole",
                condition=Q(answered_at__isnull=True, is_given__isnull=True)
                | Q(answered_at__isnull=False, is_given__isnull=False, worker__isnull=False),
            ),
        ]
