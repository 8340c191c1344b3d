"""What the office found, mended, and was asked."""

from django.db import models
from django.db.models import Q

from ccus.domain.accounts.models import Officer
from ccus.domain.applications.models.case import Application
from ccus.domain.codes.models import DeficiencyCode
from ccus.domain.workers.models import Worker


class Finding(models.Model):
    """不備: what is wrong with one field of one row; no field: with the section, no section: with the whole.

    The officer may take it back until the case is returned; from `returned_at` on it stays. `answered_at`: the
    applicant submitted again.
    """

    id = models.BigAutoField(primary_key=True)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="findings")
    section = models.CharField(max_length=20, blank=True)
    row = models.CharField(max_length=20, blank=True)
    field = models.CharField(max_length=30, blank=True)
    code = models.ForeignKey(DeficiencyCode, on_delete=models.PROTECT, related_name="+")
    sentence = models.CharField(max_length=400)
    at = models.DateTimeField()
    by = models.CharField(max_length=40)
    returned_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "finding"
        constraints = [
            models.UniqueConstraint(
                fields=["application", "section", "row", "field", "code"],
                condition=Q(answered_at__isnull=True),
                name="finding_once",
            ),
            models.CheckConstraint(
                name="finding_answered_after_return",
                condition=Q(answered_at__isnull=True) | Q(returned_at__isnull=False),
            ),
        ]


class CorrectionNote(models.Model):
    """補記コメント: what the office mended in a field, and why; the applicant reads it. Append-only."""

    id = models.BigAutoField(primary_key=True)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="corrections")
    section = models.CharField(max_length=20)
    row = models.CharField(max_length=20)
    field = models.CharField(max_length=30)
    before = models.CharField(max_length=600, blank=True)
    after = models.CharField(max_length=600, blank=True)
    comment = models.CharField(max_length=400)
    at = models.DateTimeField()
    by = models.CharField(max_length=40)

    class Meta:
        db_table = "correction_note"
        constraints = [
            models.CheckConstraint(name="correction_note_explained", condition=~Q(comment="")),
        ]


class Enquiry(models.Model):
    """お問い合わせ: why an officer looked up a worker. Append-only (OFFICE-06)."""

    id = models.BigAutoField(primary_key=True)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20)
    note = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "enquiry"
        constraints = [models.CheckConstraint(name="enquiry_has_a_reason", condition=~Q(reason=""))]
