"""Notices."""

from django.db import models

from ccus.domain.accounts.models import User


class Notice(models.Model):
    """本人宛の通知: one message to one account. `source` makes a message of the same cause unique."""

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=120)
    body = models.TextField(blank=True)
    source = models.CharField(max_length=80)
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notice"
        constraints = [models.UniqueConstraint(fields=["account", "source"], name="notice_once")]
        indexes = [models.Index(fields=["account", "-at"], name="notice_newest")]
