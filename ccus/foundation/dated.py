"""Facts that hold for some days: added once, superseded at most once, never rewritten (D-26)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q

VALID_DAYS = Func(F("valid_from"), F("valid_until"), function="daterange")
"""The days a dated fact holds, as PostgreSQL's `daterange` (end exclusive, empty: open)."""


class DatedFact(models.Model):
    """日付のある事実: valid from–until (end exclusive), recorded once, superseded at most once (D-26).

    `recorded_by` names the actor as `kind:id`.
    """

    id = models.BigAutoField(primary_key=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


def one_on_any_day(name: str, *columns: str, condition: Q | None = None) -> ExclusionConstraint:
    """期間の重なりを断る制約: of the facts that stand, at most one on any day for the same `columns`."""
    return ExclusionConstraint(
        name=name,
        expressions=[(column, RangeOperators.EQUAL) for column in columns]
        + [(VALID_DAYS, RangeOperators.OVERLAPS)],
        condition=Q(superseded_at__isnull=True) & condition if condition else Q(superseded_at__isnull=True),
    )
