"""Facts that hold for some days: added once, superseded at most once, never rewritten (D-26)."""

from django.db import models
from django.db.models import F, Func

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
