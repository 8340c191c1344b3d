"""Feature switches."""

from django.db import models


class FeatureOpening(models.Model):
    """機能の開始日: the newest row of a feature counts; `opens_on` empty closes it again. Rows are only added."""

    id = models.BigAutoField(primary_key=True)
    feature = models.CharField(max_length=20)
    opens_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "feature_opening"
        indexes = [models.Index(fields=["feature", "-id"], name="feature_newest")]
