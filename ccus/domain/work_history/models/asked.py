"""お願い: a company that a worker asked for a fact that is missing."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Place
from ccus.domain.work_history.missing_terms import Missing
from ccus.domain.workers.models import Worker


class PaperAsk(models.Model):
    """書類のお願い: the worker asked a company for the fact that a day lacks; not again before `again_on` (REC-16)."""

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="paper_asks")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    fact = models.SmallIntegerField()
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    work_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    again_on = models.DateField()

    class Meta:
        db_table = "paper_ask"
        constraints = [
            models.CheckConstraint(name="paper_ask_fact_known", condition=Q(fact__in=list(Missing))),
            models.CheckConstraint(name="paper_ask_days_in_order", condition=Q(again_on__gt=F("asked_on"))),
            ExclusionConstraint(
                name="paper_ask_once_a_week",
                expressions=[
                    ("worker", RangeOperators.EQUAL),
                    ("place", RangeOperators.EQUAL),
                    ("fact", RangeOperators.EQUAL),
                    ("company", RangeOperators.EQUAL),
                    (
                        Func(F("asked_on"), F("again_on"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
