"""Code tables. Rows come from `data/*.csv` by migration and change only by a new migration."""

from django.db import models


class Trade(models.Model):
    """職種: `GG-SS`; `SS` = 00 is the group itself, for groups whose sub-trades are not public. Key = GG*100+SS."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    code = models.CharField(max_length=5, unique=True)
    label = models.CharField(max_length=40)
    group = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "trade"


class Position(models.Model):
    """立場: the role on a site; only 職長 and 班長 count for levels."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    code = models.CharField(max_length=20, unique=True)
    label = models.CharField(max_length=20)

    class Meta:
        db_table = "position"


class InsuranceKind(models.Model):
    """社会保険の種別: health, pension and employment insurance as the national roster form names them."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    branch = models.CharField(max_length=12)
    code = models.CharField(max_length=30, unique=True)
    label = models.CharField(max_length=30)

    class Meta:
        db_table = "insurance_kind"
