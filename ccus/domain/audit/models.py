"""Events and the days they touch. No foreign keys: the audit must never stand in the way of an act."""

from django.db import models


class Event(models.Model):
    """監査記録: one act, by whom, on what, when. Append-only (grants and a trigger)."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    act = models.CharField(max_length=60)
    actor_kind = models.CharField(max_length=12)
    actor_id = models.BigIntegerField()
    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    detail = models.JSONField(default=dict)

    class Meta:
        db_table = "audit_event"
        indexes = [models.Index(fields=["subject_kind", "subject_id", "at"], name="audit_event_subject")]


class Affect(models.Model):
    """影響する日: days of one worker, one place, or both, that an event makes worth deriving again.

    `from_on` is the first day, `until_on` the day after the last (empty: no end). Jobs fill the rest:
    `worked_at` after the first derivation, `noted_xmax` (the snapshot's xmax then), `settled_at` after the
    second, when every transaction that ran during the first has ended (`docs/rules/facts.md`, FACT-07).
    """

    id = models.BigAutoField(primary_key=True)
    event_id = models.BigIntegerField()
    worker = models.BigIntegerField(null=True)
    place = models.BigIntegerField(null=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    worked_at = models.DateTimeField(null=True)
    noted_xmax = models.BigIntegerField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "affect"
        indexes = [
            models.Index(
                fields=["worker", "place"], name="affect_pending", condition=models.Q(settled_at__isnull=True)
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="affect_names_somebody",
                condition=models.Q(worker__isnull=False) | models.Q(place__isnull=False),
            ),
            models.CheckConstraint(
                name="affect_days_in_order",
                condition=models.Q(until_on__isnull=True) | models.Q(until_on__gt=models.F("from_on")),
            ),
        ]
