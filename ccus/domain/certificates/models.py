"""Certificates."""

from django.db import models
from django.db.models import F, Q

from ccus.domain.workers.models import Worker
from ccus.foundation.public_keys import public_key


class CareerCertificate(models.Model):
    """就業履歴証明: the figures of a worker's days as they were when it was issued; never rewritten (PROOF-03).

    `until_on` and `expires_on` are exclusive. `name`, `kana`: as the paper prints them. `code_hash`: SHA-256 of the
    check code, which is kept nowhere. `revoked_at`: said once, by the worker.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    code_hash = models.BinaryField(unique=True, max_length=32)
    name = models.CharField("氏名", max_length=200)
    kana = models.CharField("フリガナ", max_length=200)
    from_on = models.DateField()
    until_on = models.DateField()
    with_sites = models.BooleanField("現場ごとの日数も")
    figures = models.JSONField("証明された数字")
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=40)
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "career_certificate"
        indexes = [models.Index(fields=["worker", "-issued_at"], name="certificate_of_worker")]
        constraints = [
            models.CheckConstraint(name="certificate_has_days", condition=Q(until_on__gt=F("from_on"))),
        ]
