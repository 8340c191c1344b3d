"""Own addresses, codes, requests."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from ccus.domain.recovery.rules import MOST_CONTACTS, WAIT
from ccus.domain.recovery.terms import Ending, Means, Reach
from ccus.domain.workers.models import Worker
from ccus.foundation.public_keys import public_key


class OwnContact(models.Model):
    """本人の連絡先: an address that the worker proved by a code, one of two of its kind (RESET-01).

    `address` is a mail address in small letters, or a telephone number as E.164.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="own_contacts")
    kind = models.CharField(max_length=5)
    place = models.PositiveSmallIntegerField()
    address = models.CharField(max_length=254)
    confirmed_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "own_contact"
        constraints = [
            models.UniqueConstraint(
                fields=["address"], condition=Q(removed_at__isnull=True), name="own_contact_of_one"
            ),
            models.UniqueConstraint(
                fields=["worker", "kind", "place"],
                condition=Q(removed_at__isnull=True),
                name="own_contact_place_once",
            ),
            models.CheckConstraint(
                name="own_contact_known",
                condition=Q(kind__in=list(Reach), place__gte=1, place__lte=MOST_CONTACTS),
            ),
        ]


class Code(models.Model):
    """確認番号: asked for by a browser that holds `key`, and answered by a job (RESET-02, RESET-03).

    For an own address `kind`, `address` and `worker` say whose it shall be. For a forgotten password only the `number`
    that was typed is known; `worker` is said with the answer, where there is somebody to send to. `digest` is of the
    digits, and nothing as long as nobody got any.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField(unique=True, default=uuid4)
    number = models.CharField(max_length=14)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=5, blank=True)
    address = models.CharField(max_length=254, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    wrong = models.PositiveSmallIntegerField(default=0)
    proved_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "recovery_code"
        indexes = [
            models.Index(
                fields=["id"], name="recovery_code_to_answer", condition=Q(answered_at__isnull=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="recovery_code_of_an_address",
                condition=Q(kind="", address="") | Q(kind__in=list(Reach), worker__isnull=False),
            ),
        ]


class ResetRequest(models.Model):
    """再設定の申し込み: opened by anybody, judged by a job, confirmed by an officer, used once (RESET-05 to RESET-08).

    `proof` is a digest of what was typed, `phrase` of the 合言葉. `worker` is said with the judgement where it was
    opened rightly. `stop_key` stands in the links that stop it.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    ticket = models.CharField("受付番号", max_length=10, unique=True)
    phrase = models.CharField(max_length=64)
    number = models.CharField(max_length=14)
    proof = models.CharField(max_length=64)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=40, blank=True)
    judged_at = models.DateTimeField(null=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, related_name="reset_requests")
    stop_key = models.UUIDField(unique=True, default=uuid4)
    wrong = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.CharField(max_length=40, blank=True)
    means = models.CharField(max_length=10, blank=True)
    words = models.CharField(max_length=800, blank=True)
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=8, blank=True)

    class Meta:
        db_table = "reset_request"
        indexes = [
            models.Index(fields=["id"], name="reset_request_to_judge", condition=Q(judged_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["worker"], condition=Q(ended_at__isnull=True), name="reset_request_one_open"
            ),
            models.CheckConstraint(
                name="reset_request_confirmed_by_means",
                condition=Q(confirmed_at__isnull=True, means="")
                | Q(confirmed_at__isnull=False, worker__isnull=False, means__in=list(Means)),
            ),
            models.CheckConstraint(
                name="reset_request_ended_somehow",
                condition=Q(ended_at__isnull=True, ending="")
                | Q(ended_at__isnull=False, ending__in=list(Ending)),
            ),
            models.CheckConstraint(
                name="reset_request_waited",
                condition=Q(confirmed_at__isnull=True)
                | Q(confirmed_at__gte=F("opened_at") + models.Value(WAIT)),
            ),
        ]
