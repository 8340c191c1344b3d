"""Notices, mails and announcements."""

from django.db import models
from django.db.models import F, Q

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


class Mail(models.Model):
    """メール: written by an act in its own transaction, sent by a job; `sent_at` and `given_up_at` are said once.

    The body is forgotten with either (NOTE-05). `next_at` is when it is tried next.
    """

    id = models.BigAutoField(primary_key=True)
    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=160)
    body = models.TextField()
    source = models.CharField(max_length=80)
    written_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "mail"
        constraints = [
            models.UniqueConstraint(fields=["to", "source"], name="mail_once"),
            models.CheckConstraint(
                name="mail_sent_or_given_up", condition=Q(sent_at__isnull=True) | Q(given_up_at__isnull=True)
            ),
            models.CheckConstraint(
                name="mail_heads_in_one_line",
                condition=~Q(to__regex=r"[\r\n]") & ~Q(subject__regex=r"[\r\n]"),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="mail_waiting",
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
            ),
        ]


class Announcement(models.Model):
    """ホームページのお知らせ: shown from `from_on`; taken down once, by `withdrawn_at`. A correction is a new one."""

    id = models.BigAutoField(primary_key=True)
    title = models.CharField(max_length=120)
    body = models.TextField()
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "announcement"
        indexes = [models.Index(fields=["-from_on", "-id"], name="announcement_newest")]
        constraints = [
            models.CheckConstraint(
                name="announcement_days_in_order",
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")),
            ),
        ]
