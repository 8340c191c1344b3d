"""重複登録: two 技能者ID of one person, said by two officers, and pairs that were found to be two people (SAME)."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from ccus.domain.workers.models.worker import Worker
from ccus.domain.workers.terms import Same, SameAnswer
from ccus.foundation.public_keys import public_key


class SamePersonProposal(models.Model):
    """提案: one officer says that two IDs are one person's, or no longer; another one answers once (SAME-03).

    `worker` is the ID that is merged, `main` the one that stays. `words` and `answer_words` are for the office alone.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    kind = models.CharField(max_length=10)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    main = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    words = models.CharField("理由", max_length=400)
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=40)
    answer = models.CharField(max_length=10, blank=True)
    answer_words = models.CharField("答えの理由", max_length=400, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "same_person_proposal"
        indexes = [
            models.Index(fields=["worker"], name="same_person_of_worker"),
            models.Index(fields=["main"], name="same_person_of_main"),
        ]
        constraints = [
            models.UniqueConstraint(
                Least("worker", "main"),
                Greatest("worker", "main"),
                condition=Q(answer=""),
                name="same_person_proposed_once",
            ),
            models.CheckConstraint(name="same_person_kind_known", condition=Q(kind__in=list(Same))),
            models.CheckConstraint(name="same_person_two_ids", condition=~Q(worker=F("main")) & ~Q(words="")),
            models.CheckConstraint(
                name="same_person_answered_whole",
                condition=Q(answer="", answered_at__isnull=True, answered_by="", answer_words="")
                | Q(answer__in=list(SameAnswer), answered_at__isnull=False) & ~Q(answered_by=""),
            ),
            models.CheckConstraint(
                name="same_person_two_officers", condition=~Q(answered_by=F("proposed_by"))
            ),
        ]


class WorkerAlias(models.Model):
    """名寄せ: the ID of `worker` means the person of `main`, until it is superseded (SAME-04, SAME-05).

    `recorded_by` approved what `proposed_by` had proposed. A worker is merged into one main at a time, and a main is
    never merged itself; the database holds both.
    """

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    main = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    proposal = models.OneToOneField(SamePersonProposal, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.CharField(max_length=40)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "worker_alias"
        indexes = [
            models.Index(fields=["worker"], name="worker_alias_of_worker"),
            models.Index(fields=["main"], name="worker_alias_of_main"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["worker"], condition=Q(superseded_at__isnull=True), name="worker_alias_once"
            ),
            models.CheckConstraint(name="worker_alias_of_another", condition=~Q(worker=F("main"))),
            models.CheckConstraint(
                name="worker_alias_two_officers", condition=~Q(recorded_by=F("proposed_by"))
            ),
        ]


class DifferentPersons(models.Model):
    """別人: the office found that two IDs that look alike are two people; they are not proposed again (SAME-08)."""

    id = models.BigAutoField(primary_key=True)
    low = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    high = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    words = models.CharField("理由", max_length=400)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "different_persons"
        constraints = [
            models.UniqueConstraint(
                fields=["low", "high"], condition=Q(superseded_at__isnull=True), name="different_persons_once"
            ),
            models.CheckConstraint(
                name="different_persons_in_order", condition=Q(low__lt=F("high")) & ~Q(words="")
            ),
        ]
