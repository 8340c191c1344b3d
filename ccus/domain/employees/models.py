"""What was told about own workers."""

from django.db import models

from ccus.domain.employees.terms import RunsOut
from ccus.domain.workers.models import Worker


class ExpiryTold(models.Model):
    """期限の知らせ: that something runs out on a day was told so many days before, once (EMP-05). Append-only."""

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=13)
    what = models.CharField(max_length=20, blank=True)
    last_on = models.DateField()
    days_before = models.PositiveSmallIntegerField()
    told_at = models.DateTimeField()

    class Meta:
        db_table = "expiry_told"
        constraints = [
            models.CheckConstraint(name="expiry_told_kind_known", condition=models.Q(kind__in=list(RunsOut))),
            models.UniqueConstraint(
                fields=["worker", "kind", "what", "last_on", "days_before"], name="expiry_told_once"
            ),
        ]
