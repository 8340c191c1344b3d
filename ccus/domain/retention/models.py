"""夜の報告: what a night took away, in numbers alone (KEEP-07)."""

from django.db import models


class RetentionNight(models.Model):
    """規則を実行した夜: without `finished_at` it was broken off, and the next one goes on."""

    id = models.BigAutoField(primary_key=True)
    began_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "retention_night"
        indexes = [models.Index(fields=["-began_at"], name="retention_night_newest")]


class RetentionLine(models.Model):
    """一つの規則、一つの表: rows that went, rows that failed with the kind of the first fault, and how many fall due
    within the next days. `before`: the newest instant that counts as over, by the rule's last row.
    """

    id = models.BigAutoField(primary_key=True)
    night = models.ForeignKey(RetentionNight, on_delete=models.PROTECT, related_name="lines")
    rule = models.CharField(max_length=30)
    table = models.CharField(max_length=63)
    rows = models.PositiveIntegerField()
    failed = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=60, blank=True)
    before = models.DateTimeField()
    soon = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "retention_line"
        constraints = [
            models.UniqueConstraint(fields=["night", "rule", "table"], name="retention_line_once"),
        ]
