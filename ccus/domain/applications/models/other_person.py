"""別人の判断: before an ID is given, that a suspect is somebody else (SAME-13, SAME-15)."""

from django.db import models
from django.db.models import Q

from ccus.domain.applications.models.case import Application
from ccus.domain.applications.models.contents import Submission
from ccus.domain.workers.models import Worker


class OtherPerson(models.Model):
    """別人: whoever filed `submission` is not `worker`, or not who filed `other`; said by an officer, with words.

    It stands until `taken_back_at`, and holds as long as who applies is described as in `submission`.
    """

    id = models.BigAutoField(primary_key=True)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="other_persons")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, related_name="+")
    other = models.ForeignKey(Application, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.CharField("理由", max_length=400)
    at = models.DateTimeField()
    by = models.CharField(max_length=40)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "other_person"
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "worker"],
                condition=Q(taken_back_at__isnull=True, worker__isnull=False),
                name="other_person_once",
            ),
            models.UniqueConstraint(
                fields=["submission", "other"],
                condition=Q(taken_back_at__isnull=True, other__isnull=False),
                name="other_person_once_of_case",
            ),
            models.CheckConstraint(
                name="other_person_is_one",
                condition=~Q(words="")
                & (Q(worker__isnull=True, other__isnull=False) | Q(worker__isnull=False, other__isnull=True)),
            ),
        ]
