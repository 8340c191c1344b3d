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

    `is_open` is the database's own word: it becomes false with the settlement, true when that is taken back, so that
    the ledger costs the same however much was paid before.
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
    """入金・免除: how a charge ended. `paid_on` empty: it was waived, and `note` says why.

    A payment that was recorded by mistake is taken back once, with words; then the charge is open again (EYES-11).
    """

    id = models.BigAutoField(primary_key=True)
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="settlements")
    paid_on = models.DateField(null=True)
    note = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.CharField(max_length=40, blank=True)
    taken_back_words = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "settlement"
        constraints = [
            models.UniqueConstraint(
                fields=["charge"], condition=Q(taken_back_at__isnull=True), name="settlement_one_stands"
            ),
            models.CheckConstraint(
                name="settlement_paid_or_explained", condition=Q(paid_on__isnull=False) | ~Q(note="")
            ),
            models.CheckConstraint(
                name="settlement_payment_taken_back_with_words",
                condition=Q(taken_back_at__isnull=True, taken_back_by="", taken_back_words="")
                | Q(taken_back_at__isnull=False, paid_on__isnull=False)
                & ~Q(taken_back_by="")
                & ~Q(taken_back_words=""),
            ),
        ]
