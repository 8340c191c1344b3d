"""Companies."""

from django.db import models


class Company(models.Model):
    """事業者: any prime, subcontractor or one-person business; `number` is the 事業者ID (D-01)."""

    id = models.BigAutoField(primary_key=True)
    number = models.CharField("事業者ID", max_length=14, unique=True)
    name = models.CharField("商号または名称", max_length=80)
    name_kana = models.CharField("フリガナ", max_length=120)
    is_sole_proprietor = models.BooleanField("一人親方", default=False)
    registered_at = models.DateTimeField()

    class Meta:
        db_table = "company"
        constraints = [
            models.CheckConstraint(
                name="company_number_14_digits", condition=models.Q(number__regex=r"^[0-9]{14}$")
            ),
            models.CheckConstraint(name="company_has_name", condition=~models.Q(name="")),
        ]
