"""Long papers."""

from django.db import models
from django.db.models import F, Q

from ccus.domain.papers.terms import FileKind, PaperKind
from ccus.domain.sites.models import StructureMember
from ccus.foundation.public_keys import public_key


class PaperJob(models.Model):
    """作成中の書類: a long paper, from asking to erasing (PAPER-08, PAPER-09).

    `asked_by` names the actor as `kind:id`; `day` is the day that the paper shows; `total` is None until it began.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    member = models.ForeignKey(StructureMember, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("書類", max_length=12)
    file_kind = models.CharField("形式", max_length=4)
    day = models.DateField("書類の日")
    has_below = models.BooleanField("下位の事業者も")
    asked_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    finished_at = models.DateTimeField(null=True)
    content = models.BinaryField(null=True)
    failed = models.CharField("できなかった理由", max_length=200, blank=True)
    expires_at = models.DateTimeField()

    class Meta:
        db_table = "paper_job"
        indexes = [models.Index(fields=["asked_by", "-asked_at"], name="paper_job_of_an_account")]
        constraints = [
            models.UniqueConstraint(
                fields=["asked_by", "member", "kind", "file_kind", "day", "has_below"],
                condition=Q(finished_at__isnull=True),
                name="paper_asked_once",
            ),
            models.CheckConstraint(
                name="paper_kind_known", condition=Q(kind__in=list(PaperKind), file_kind__in=list(FileKind))
            ),
            models.CheckConstraint(
                name="paper_finished_or_not",
                condition=Q(finished_at__isnull=True, content__isnull=True, failed="")
                | Q(finished_at__isnull=False, content__isnull=False, failed="")
                | (Q(finished_at__isnull=False, content__isnull=True) & ~Q(failed="")),
            ),
            models.CheckConstraint(
                name="paper_erased_after_asked", condition=Q(expires_at__gt=F("asked_at"))
            ),
        ]
