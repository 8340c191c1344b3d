"""Traces of looking."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ccus.domain.workers.models import Worker


class DisclosureTrace(models.Model):
    """閲覧の記録: who saw what of a worker, for which reason. Append-only; one row a worker and page (DISC-06)."""

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
