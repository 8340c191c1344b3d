"""What is derived from the facts: records, their changes, and the sums of closed months."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class WorkRecord(models.Model):
    """就業履歴: one worker, one place, one work date, as the facts make it (REC-01). Derived: no fact refers to it.

    `state` and `reasons` are codes of `terms`; `first_in`, `last_in`, `last_out`, `last_tap_at` are enough to fold
    the next tap in. `line` and `member` name the roster line and structure member the day rests on, `entry` and
    `correction` the claims (申告) that bear on it. On a day without a tap `last_tap_at` is when it was entered.
    """

    pk = models.CompositePrimaryKey("worker", "work_on", "place")
    worker = models.BigIntegerField()
    work_on = models.DateField()
    place = models.BigIntegerField()
    state = models.SmallIntegerField()
    reasons = ArrayField(models.SmallIntegerField())
    evidence = models.SmallIntegerField()
    first_in = models.DateTimeField(null=True)
    last_in = models.DateTimeField(null=True)
    last_out = models.DateTimeField(null=True)
    last_tap_at = models.DateTimeField()
    trade = models.SmallIntegerField(null=True)
    position = models.SmallIntegerField(null=True)
    line = models.BigIntegerField(null=True)
    member = models.BigIntegerField(null=True)
    entry = models.BigIntegerField(null=True)
    correction = models.BigIntegerField(null=True)

    class Meta:
        db_table = "work_record"
        indexes = [models.Index(fields=["worker"], name="work_record_beside", condition=Q(state__in=[2, 3]))]


class RecordChange(models.Model):
    """就業履歴の変化: a record that had another state before, for whoever has to hear of it (REC-12).

    `before` and `after` are states; `after` empty: no record any more. `told_at`: when the worker was told. `before`
    empty: a 正式 record that came into being in an ended month, of which the worker need not hear.
    """

    id = models.BigAutoField(primary_key=True)
    worker = models.BigIntegerField()
    work_on = models.DateField()
    place = models.BigIntegerField()
    before = models.SmallIntegerField(null=True)
    after = models.SmallIntegerField(null=True)
    changed_at = models.DateTimeField(db_default=Now())
    told_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "record_change"
        indexes = [
            models.Index(fields=["worker"], name="record_change_untold", condition=Q(told_at__isnull=True)),
            models.Index(fields=["worker", "work_on"], name="record_change_of_worker"),
        ]


class WorkMonth(models.Model):
    """月の就業: distinct days (就業日数) and records (就業履歴数) of one worker in one closed month, by state."""

    pk = models.CompositePrimaryKey("worker", "month")
    worker = models.BigIntegerField()
    month = models.DateField()
    days = models.SmallIntegerField()
    records = models.SmallIntegerField()
    official_days = models.SmallIntegerField()
    official_records = models.SmallIntegerField()

    class Meta:
        db_table = "work_month"


class WorkMonthShare(models.Model):
    """月の内訳: 正式 days of one worker in one closed month by trade and position; never summed to a total."""

    pk = models.CompositePrimaryKey("worker", "month", "trade", "position")
    worker = models.BigIntegerField()
    month = models.DateField()
    trade = models.SmallIntegerField()
    position = models.SmallIntegerField()
    days = models.SmallIntegerField()

    class Meta:
        db_table = "work_month_share"


class MonthClose(models.Model):
    """月の締め: from `announced_at` no tap takes the fast road into this month; at `summed_at` its sums stand."""

    month = models.DateField(primary_key=True)
    announced_at = models.DateTimeField()
    noted_xmax = models.BigIntegerField(null=True)
    summed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "month_close"
