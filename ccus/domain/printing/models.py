"""Printing and posting."""

from django.db import models
from django.db.models import F, Q

from ccus.domain.cards.models import Card, CardAddress
from ccus.foundation.public_keys import public_key


class PrintBatch(models.Model):
    """印刷の束: cards that an officer took to be printed, at places from 1 to `size` (PRINT-02).

    `fault` says why the job does not go on; it is empty while it does.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    size = models.PositiveSmallIntegerField("枚数")
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=40)
    fault = models.CharField("止まった理由", max_length=200, blank=True)
    posted_on = models.DateField("発送日", null=True)
    posted_at = models.DateTimeField(null=True)
    posted_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "print_batch"
        indexes = [models.Index(fields=["id"], condition=Q(posted_at__isnull=True), name="print_batch_open")]
        constraints = [
            models.CheckConstraint(name="print_batch_size", condition=Q(size__gte=1, size__lte=1000)),
            models.CheckConstraint(
                name="print_batch_posted_whole",
                condition=Q(posted_on__isnull=True, posted_at__isnull=True, posted_by="")
                | Q(posted_on__isnull=False, posted_at__isnull=False) & ~Q(posted_by=""),
            ),
        ]


class PrintPlace(models.Model):
    """束の中の場所: a card in a batch; spoiled once, it may lie in a further batch (PRINT-02, PRINT-07)."""

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(PrintBatch, on_delete=models.PROTECT, related_name="places")
    place = models.PositiveSmallIntegerField("場所")
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="places")
    spoiled_at = models.DateTimeField(null=True)
    spoiled_by = models.CharField(max_length=40, blank=True)
    spoiled_reason = models.CharField("書き損じの理由", max_length=200, blank=True)

    class Meta:
        db_table = "print_place"
        constraints = [
            models.UniqueConstraint(fields=["batch", "place"], name="print_place_once"),
            models.UniqueConstraint(
                fields=["card"], condition=Q(spoiled_at__isnull=True), name="print_card_in_one_batch"
            ),
            models.CheckConstraint(name="print_place_within", condition=Q(place__gte=1, place__lte=1000)),
            models.CheckConstraint(
                name="print_spoiled_whole",
                condition=Q(spoiled_at__isnull=True, spoiled_by="", spoiled_reason="")
                | Q(spoiled_at__isnull=False) & ~Q(spoiled_by="") & ~Q(spoiled_reason=""),
            ),
        ]


class PrintPart(models.Model):
    """印刷データの部分: faces and backs of fifty cards, until the batch is posted (PRINT-03, PRINT-04)."""

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(PrintBatch, on_delete=models.PROTECT, related_name="parts")
    part = models.PositiveSmallIntegerField("部分")
    made_at = models.DateTimeField()
    content = models.BinaryField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "print_part"
        constraints = [
            models.UniqueConstraint(fields=["batch", "part"], name="print_part_once"),
            models.CheckConstraint(
                name="print_part_kept_or_erased",
                condition=Q(erased_at__isnull=True, content__isnull=False)
                | Q(erased_at__isnull=False, content__isnull=True),
            ),
        ]


class LetterFile(models.Model):
    """台紙のファイル of a part: erased as it is fetched (PRINT-05). Made anew, with a `reason`, it is a further row."""

    id = models.BigAutoField(primary_key=True)
    part = models.ForeignKey(PrintPart, on_delete=models.PROTECT, related_name="letters")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=40)
    reason = models.CharField("作り直しの理由", max_length=200, blank=True)
    content = models.BinaryField(null=True)
    fetched_at = models.DateTimeField(null=True)
    fetched_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "letter_file"
        constraints = [
            models.UniqueConstraint(
                fields=["part"], condition=Q(fetched_at__isnull=True), name="letter_file_one_to_fetch"
            ),
            models.CheckConstraint(
                name="letter_file_erased_as_fetched",
                condition=Q(content__isnull=False, fetched_at__isnull=True, fetched_by="")
                | Q(content__isnull=True, fetched_at__isnull=False) & ~Q(fetched_by=""),
            ),
        ]


class CardPosting(models.Model):
    """発送: a card given to the post on a day, and what became of it (PRINT-08 to PRINT-10).

    `asked_at`: when the holder was asked whether it arrived. One that came back is posted again as a further row.
    `address` names a row that the erasure after 退会 takes away; the posting stays.
    """

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="postings")
    address = models.ForeignKey(
        CardAddress, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    posted_on = models.DateField("発送日")
    posted_at = models.DateTimeField()
    posted_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField(null=True)
    missing_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)
    came_back_on = models.DateField("返戻の日", null=True)
    came_back_at = models.DateTimeField(null=True)
    came_back_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "card_posting"
        indexes = [
            models.Index(
                fields=["posted_on"],
                condition=Q(asked_at=None, missing_at=None, arrived_at=None, came_back_at=None),
                name="card_posting_to_ask",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["card"], condition=Q(came_back_at__isnull=True), name="card_posted_once"
            ),
            models.CheckConstraint(
                name="card_came_back_whole",
                condition=Q(came_back_on__isnull=True, came_back_at__isnull=True, came_back_by="")
                | Q(came_back_on__gte=F("posted_on"), came_back_at__isnull=False, arrived_at__isnull=True)
                & ~Q(came_back_by=""),
            ),
        ]
