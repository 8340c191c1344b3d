"""Evidence."""

import uuid

from django.db import models
from django.db.models import Q


class Evidence(models.Model):
    """添付書類: one image as it is kept. Until `kept_at` its owner may turn, mask or remove it; then it stays.

    Turning and masking write a new image over the old one: what was under a mask exists nowhere any more.
    `key` is its name outside. `owner` is the actor who uploaded it.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    purpose = models.CharField(max_length=20)
    owner = models.CharField(max_length=40)
    content = models.BinaryField()
    preview = models.BinaryField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.BinaryField(max_length=32)
    is_masked = models.BooleanField(default=False)
    uploaded_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "evidence"
        indexes = [
            models.Index(
                fields=["owner", "uploaded_at"], name="evidence_not_kept", condition=Q(kept_at__isnull=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(name="evidence_has_a_size", condition=Q(width__gte=1, height__gte=1)),
        ]
