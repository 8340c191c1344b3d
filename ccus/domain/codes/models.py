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


class CodeRow(models.Model):
    """コードの一行: the code is the key, `place` the order in which forms offer it."""

    code = models.CharField(primary_key=True, max_length=20)
    label = models.CharField(max_length=80)
    place = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True


class Country(CodeRow):
    """国籍: ISO 3166-1 alpha-2, with the Japanese name."""

    class Meta:
        db_table = "country"


class Prefecture(CodeRow):
    """都道府県: JIS X 0401."""

    class Meta:
        db_table = "prefecture"


class ResidenceStatus(CodeRow):
    """在留資格, as the 入管法 lists them."""

    class Meta:
        db_table = "residence_status"


class SpecialCheck(CodeRow):
    """特殊健康診断の種類."""

    class Meta:
        db_table = "special_check"


class QualificationType(CodeRow):
    """資格の種類: five digits where the official code is public, otherwise a code of our own with a letter."""

    kind = models.CharField(max_length=20)

    class Meta:
        db_table = "qualification_type"


class DeficiencyCode(CodeRow):
    """不備コード: what can be wrong with a field, with the sentence that the applicant reads."""

    sentence = models.CharField(max_length=200)

    class Meta:
        db_table = "deficiency_code"
