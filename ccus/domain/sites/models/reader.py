"""Card readers."""

from django.db import models

from ccus.domain.sites.models.site import Place
from ccus.foundation.public_keys import public_key


class Reader(models.Model):
    """カードリーダー: belongs to a site; only the hash of its token is kept.

    `system`: the 就業履歴データ連携認定システム that sends through it; "" for a reader of the operator's (SITE-31).
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="readers")
    name = models.CharField("端末名", max_length=40)
    system = models.CharField("認定システム", max_length=40, blank=True, db_default="")
    token_hash = models.BinaryField(unique=True)
    enrolled_at = models.DateTimeField()
    enrolled_by = models.CharField(max_length=40)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "reader"
