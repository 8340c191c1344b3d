"""Traces of looking, and what is opened to others."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ccus.domain.companies.models import Company
from ccus.domain.disclosure.terms import Half
from ccus.domain.workers.models import Worker
from ccus.foundation.dated import DatedFact, one_on_any_day


class DisclosureTrace(models.Model):
    """閲覧の記録: who saw what of a worker, for which reason. Append-only; one row a worker and page (DISC-06).

    The database notes besides, and nobody else may say it, in which transaction and when by its own clock a row was
    left (`tx`, `left_at`): by them it knows what it may give (DISC-15).
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    actor_kind = models.CharField(max_length=12)
    actor_id = models.BigIntegerField()
    company = models.BigIntegerField(null=True)
    relation = models.CharField(max_length=12)
    purpose = models.CharField(max_length=20)
    reason = models.CharField(max_length=200, blank=True)
    items = ArrayField(models.CharField(max_length=20))

    class Meta:
        db_table = "disclosure_trace"
        indexes = [models.Index(fields=["worker", "-at"], name="disclosure_trace_newest")]
        constraints = [
            models.CheckConstraint(name="disclosure_trace_of_something", condition=Q(items__len__gte=1)),
        ]


class DisclosureSwitch(DatedFact):
    """開示の設定: one half of opening an item of a worker to other companies (DISC-20). No row: closed.

    `company` says whose half the employer's is; the worker's has none.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    item = models.CharField("情報項目", max_length=20)
    side = models.CharField(max_length=10)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "disclosure_switch"
        constraints = [
            models.CheckConstraint(
                name="disclosure_switch_side",
                condition=Q(side=Half.WORKER, company__isnull=True)
                | Q(side=Half.EMPLOYER, company__isnull=False),
            ),
            one_on_any_day(
                "disclosure_switch_of_employer", "worker", "item", "company", condition=Q(side=Half.EMPLOYER)
            ),
            one_on_any_day("disclosure_switch_of_worker", "worker", "item", condition=Q(side=Half.WORKER)),
        ]
