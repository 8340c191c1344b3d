"""Taps: facts. The tap tables are made by SQL (`migrations/0002_taps.py`)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from ccus.domain.workers.models import Worker


class Tap(models.Model):
    """カードタッチ: one reading of a card at a gate, as the reader sent it, and what it was told (TAP-01).

    `at` is the reader's raw clock and the partition key (months in Asia/Tokyo); `happened_at` is `at` put right
    by the clock offset, once, at first receipt. `direction` 0 in, 1 out, 2 auto. `outcome` and `reasons` are the
    codes of `terms`; `told_name`, `work_on`, `days_this_month` and `counted_as` (the direction it was taken for)
    complete the stored answer.
    """

    pk = models.CompositePrimaryKey("reader", "id", "at")
    reader = models.BigIntegerField()
    id = models.UUIDField()
    at = models.DateTimeField()
    seq = models.BigIntegerField()
    happened_at = models.DateTimeField()
    received_at = models.DateTimeField()
    place = models.BigIntegerField()
    card = models.TextField()
    worker = models.BigIntegerField(null=True)
    direction = models.SmallIntegerField()
    offset_ms = models.BigIntegerField(null=True)
    shown = models.SmallIntegerField()
    outcome = models.SmallIntegerField()
    reasons = ArrayField(models.SmallIntegerField())
    told_name = models.TextField(null=True)
    work_on = models.DateField(null=True)
    days_this_month = models.SmallIntegerField(null=True)
    counted_as = models.SmallIntegerField(null=True)

    class Meta:
        db_table = "tap"
        managed = False


class TapOwner(models.Model):
    """持ち主の判明: whose tap it was, learnt after receipt (the card was not known then)."""

    pk = models.CompositePrimaryKey("reader", "id", "at")
    reader = models.BigIntegerField()
    id = models.UUIDField()
    at = models.DateTimeField()
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "tap_owner"


class UnreadableTap(models.Model):
    """読めなかった記録: an item that is no tap, kept raw so that nothing is lost (TAP-06)."""

    id = models.BigAutoField(primary_key=True)
    reader = models.BigIntegerField()
    received_at = models.DateTimeField()
    body = models.BinaryField()
    body_hash = models.BinaryField()
    why = models.TextField()

    class Meta:
        db_table = "tap_unreadable"
        constraints = [models.UniqueConstraint(fields=["reader", "body_hash"], name="tap_unreadable_once")]


class TapSurprise(models.Model):
    """約束と違った記録: the screen told the worker something better than what became of the tap (TAP-12)."""

    pk = models.CompositePrimaryKey("reader", "id", "at")
    reader = models.BigIntegerField()
    id = models.UUIDField()
    at = models.DateTimeField()
    worker = models.BigIntegerField()
    place = models.BigIntegerField()
    work_on = models.DateField(null=True)
    reasons = ArrayField(models.SmallIntegerField())
    noticed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "tap_surprise"


class Presence(models.Model):
    """在場: the latest tap of a known worker, whatever became of it (TAP-11).

    `before_at` is when the tap happened that this one replaced: the tap road reads it back from its own upsert.
    """

    worker = models.BigIntegerField(primary_key=True)
    place = models.BigIntegerField()
    happened_at = models.DateTimeField()
    reader = models.BigIntegerField()
    tap = models.UUIDField()
    direction = models.SmallIntegerField()
    before_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "presence"
        indexes = [models.Index(fields=["place"], name="presence_place")]
