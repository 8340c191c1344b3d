"""Texts of forms as they stood, and sums that a night counts."""

from django.db import models
from django.db.models import Q


class FormText(models.Model):
    """項目の文: 見出し and 説明 of a field of a kind of application, since `from_at` (FIG-09). Append-only.

    Without `field`: those of the section. An empty `label`: the form asks it no more.
    """

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=20)
    section = models.CharField(max_length=20)
    field = models.CharField(max_length=30, blank=True)
    label = models.CharField("見出し", max_length=400, blank=True)
    help = models.CharField("説明", max_length=400, blank=True)
    from_at = models.DateTimeField()

    class Meta:
        db_table = "form_text"
        constraints = [
            models.UniqueConstraint(fields=["kind", "section", "field", "from_at"], name="form_text_once"),
            models.CheckConstraint(name="form_text_without_words", condition=~Q(label="") | Q(help="")),
        ]


class FigureWait(models.Model):
    """待ち日数 of a month and a kind of application, in seconds (FIG-07). Counted anew every night."""

    id = models.BigAutoField(primary_key=True)
    month = models.DateField()
    kind = models.CharField(max_length=20)
    answers = models.PositiveIntegerField()
    median = models.PositiveIntegerField()
    ninth = models.PositiveIntegerField()
    longest = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        db_table = "figure_wait"
        constraints = [models.UniqueConstraint(fields=["month", "kind"], name="figure_wait_once")]


class FigureReturn(models.Model):
    """不備の数 of what was handed in while a text stood (FIG-10). Counted anew every night."""

    id = models.BigAutoField(primary_key=True)
    text = models.OneToOneField(FormText, on_delete=models.PROTECT, related_name="+")
    filed = models.PositiveIntegerField()
    returned = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        db_table = "figure_return"


class FigureDay(models.Model):
    """就業履歴の数 of a month and a state (FIG-11). Counted anew every night."""

    id = models.BigAutoField(primary_key=True)
    month = models.DateField()
    state = models.SmallIntegerField()
    records = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        db_table = "figure_day"
        constraints = [models.UniqueConstraint(fields=["month", "state"], name="figure_day_once")]
