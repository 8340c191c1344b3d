"""Proposals."""

from django.db import models
from django.db.models import F, Q

from ccus.domain.office.terms import Answer, What
from ccus.domain.workers.models import Worker
from ccus.foundation.public_keys import public_key

_OF_ANOTHER = (Answer.CONFIRMED, Answer.DECLINED)


class Proposal(models.Model):
    """提案: `given` is done to `subject` (`charge:12`) when another officer confirms it, once (EYES-03 to EYES-05).

    `worker` is the person that it is about, if any.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    what = models.CharField(max_length=20)
    subject = models.CharField(max_length=60)
    given = models.JSONField()
    digest = models.CharField(max_length=64)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=40)
    expires_at = models.DateTimeField()
    answer = models.CharField(max_length=10, blank=True)
    answer_words = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "office_proposal"
        constraints = [
            models.UniqueConstraint(
                fields=["what", "subject"], condition=Q(answer=""), name="office_proposal_one_waits"
            ),
            models.CheckConstraint(name="office_proposal_known", condition=Q(what__in=list(What))),
            models.CheckConstraint(
                name="office_proposal_four_eyes",
                condition=Q(answer="", answered_at__isnull=True, answered_by="")
                | Q(answer__in=_OF_ANOTHER, answered_at__isnull=False)
                & ~Q(answered_by="")
                & ~Q(answered_by=F("proposed_by"))
                | Q(answer=Answer.WITHDRAWN, answered_at__isnull=False, answered_by=F("proposed_by"))
                | Q(answer=Answer.EXPIRED, answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="office_proposal_declined_with_words",
                condition=~Q(answer=Answer.DECLINED) | ~Q(answer_words=""),
            ),
        ]
