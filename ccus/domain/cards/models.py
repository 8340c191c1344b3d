"""Cards."""

from django.db import models
from django.db.models import F, Q

from ccus.domain.workers.models import Worker


class Card(models.Model):
    """カード: `token` is what a reader of profile `number` types: 技能者ID and serial, 16 digits (D-02, D-04)."""

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="cards")
    serial = models.PositiveSmallIntegerField()
    token = models.CharField(max_length=16, unique=True)
    colour = models.CharField(max_length=12)
    issued_at = models.DateTimeField()
    expires_on = models.DateField("有効期限")

    class Meta:
        db_table = "card"
        constraints = [
            models.UniqueConstraint(fields=["worker", "serial"], name="card_serial_once"),
            models.CheckConstraint(name="card_serial_two_digits", condition=Q(serial__gte=1, serial__lte=99)),
            models.CheckConstraint(name="card_token_16_digits", condition=Q(token__regex=r"^[0-9]{16}$")),
        ]


class CardLoss(models.Model):
    """紛失: from the report until the card is found again, the card opens nothing (D-13)."""

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="losses")
    lost_from = models.DateTimeField()
    found_at = models.DateTimeField(null=True)
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "card_loss"
        constraints = [
            models.UniqueConstraint(
                fields=["card"], condition=Q(found_at__isnull=True), name="card_lost_once_at_a_time"
            ),
            models.CheckConstraint(
                name="card_found_after_loss",
                condition=Q(found_at__isnull=True) | Q(found_at__gte=F("lost_from")),
            ),
        ]


class CardRevocation(models.Model):
    """失効: by reissue, withdrawal or the office; for good."""

    id = models.BigAutoField(primary_key=True)
    card = models.OneToOneField(Card, on_delete=models.PROTECT, related_name="revocation")
    revoked_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "card_revocation"
