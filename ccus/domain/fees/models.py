"""Tariffs, charges and payments."""

from django.db import models
from django.db.models import Q

from ccus.foundation.dated import DatedFact, one_on_any_day


class Tariff(DatedFact):
    """料金表: what a kind costs from a day on, in yen, tax included (D-21)."""

    kind = models.CharField(max_length=30)
    amount = models.PositiveIntegerField()

    class Meta:
        db_table = "tariff"
        constraints = [one_on_any_day("tariff_one_a_kind", "kind")]


class Charge(models.Model):
    """請求: one for one thing (`subject`, for instance `application:12`), due on a day.

    `is_open` is the database's own word: it becomes false with the settlement, so that the ledger costs the same
    however much was paid before.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=30)
    subject = models.CharField(max_length=60)
    payer = models.CharField(max_length=40)
    amount = models.PositiveIntegerField()
    charged_at = models.DateTimeField()
    due_on = models.DateField()
    is_open = models.BooleanField(default=True)

    class Meta:
        db_table = "charge"
        indexes = [models.Index(fields=["id"], name="charge_open", condition=Q(is_open=True))]
        constraints = [
            models.UniqueConstraint(fields=["subject", "kind"], name="charge_once"),
            models.CheckConstraint(name="charge_is_something", condition=Q(amount__gte=1)),
        ]


class Settlement(models.Model):
    """入金・免除: how a charge ended, said once. `paid_on` empty: it was waived, and `note` says why."""

    id = models.BigAutoField(primary_key=True)
    charge = models.OneToOneField(Charge, on_delete=models.PROTECT, related_name="settlement")
    paid_on = models.DateField(null=True)
    note = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "settlement"
        constraints = [
            models.CheckConstraint(
                name="settlement_paid_or_explained", condition=Q(paid_on__isnull=False) | ~Q(note="")
            ),
        ]
