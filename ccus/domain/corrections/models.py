"""修正: a set of rows, what became of each, its previews and releases."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ccus.domain.companies.models import Company
from ccus.domain.corrections.terms import Doing, LineKind, Side, StopKind
from ccus.domain.workers.models import Worker
from ccus.foundation.public_keys import public_key


class ChangeSet(models.Model):
    """修正のまとまり: facts of one 区分 (`block`), written as data before they are facts (FIX-02).

    `received_on`: when what it rests on (`basis`) reached the office; days are supported from then on (FIX-03).
    `reverses`: the set that this one takes back (FIX-11). `done_at`: carried out.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    number = models.CharField("修正番号", max_length=14, unique=True)
    side = models.CharField(max_length=10)
    block = models.CharField(max_length=20)
    words = models.CharField("修正の理由", max_length=400)
    basis = models.CharField("根拠にしたもの", max_length=400)
    received_on = models.DateField("根拠が届いた日")
    reverses = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="reversals")
    written_by = models.CharField(max_length=40)
    written_at = models.DateTimeField()
    discarded_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "change_set"
        constraints = [
            models.CheckConstraint(name="change_set_side_known", condition=Q(side__in=list(Side))),
            models.UniqueConstraint(
                fields=["reverses"],
                condition=Q(discarded_at__isnull=True),
                name="change_set_reversed_once",
            ),
            models.CheckConstraint(
                name="change_set_discarded_or_done",
                condition=Q(discarded_at__isnull=True) | Q(done_at__isnull=True),
            ),
        ]


class ChangeRow(models.Model):
    """修正の行: one registered row that is entered, changed or removed.

    `base`: the key of the registered row as it was seen, `seen` its values; `typed`: what stood in the form or the
    file; `faults`: field → sentence, empty where nothing is to mend. A row of a reversal names what it undoes.
    A row that is mended is dropped, and another takes its place (`ordinal`): whoever had a hand in it stays known.
    """

    id = models.BigAutoField(primary_key=True)
    change_set = models.ForeignKey(ChangeSet, on_delete=models.PROTECT, related_name="rows")
    ordinal = models.PositiveIntegerField()
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, related_name="+")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")
    doing = models.CharField(max_length=10)
    base = models.BigIntegerField(null=True)
    seen = models.JSONField(default=dict)
    typed = models.JSONField(default=dict)
    values = models.JSONField(default=dict)
    faults = models.JSONField(default=dict)
    undoes = models.ForeignKey("ChangeDone", on_delete=models.PROTECT, null=True, related_name="+")
    written_by = models.CharField(max_length=40)
    written_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "change_row"
        indexes = [
            models.Index(fields=["worker"], name="change_row_of_worker"),
            models.Index(fields=["base"], condition=Q(dropped_at__isnull=True), name="change_row_of_base"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["change_set", "ordinal"],
                condition=Q(dropped_at__isnull=True),
                name="change_row_ordinal",
            ),
            models.UniqueConstraint(
                fields=["change_set", "base"],
                condition=Q(dropped_at__isnull=True),
                name="change_row_base_once",
            ),
            models.CheckConstraint(name="change_row_doing_known", condition=Q(doing__in=list(Doing))),
            models.CheckConstraint(
                name="change_row_of_one",
                condition=Q(worker__isnull=True) | Q(company__isnull=True),
            ),
            models.CheckConstraint(
                name="change_row_drop_named",
                condition=Q(dropped_at__isnull=True, dropped_by="")
                | (Q(dropped_at__isnull=False) & ~Q(dropped_by="")),
            ),
        ]


class ChangeDone(models.Model):
    """反映の記録: the registered rows that a row of a set superseded and added, by key (FIX-11)."""

    id = models.BigAutoField(primary_key=True)
    row = models.OneToOneField(ChangeRow, on_delete=models.PROTECT, related_name="done")
    superseded = ArrayField(models.BigIntegerField())
    added = ArrayField(models.BigIntegerField())

    class Meta:
        db_table = "change_done"


class ChangePreview(models.Model):
    """修正の確認: one run over the whole set, carried out and taken back (FIX-04).

    `digest` says who sees whom afterwards, for the release to compare (FIX-10). `released_at`: the last release that
    was needed. `void_at`: a row changed, or carrying out found something else; `failed`: what went wrong, in words.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    change_set = models.ForeignKey(ChangeSet, on_delete=models.PROTECT, related_name="previews")
    asked_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    persons = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    released_at = models.DateTimeField(null=True)
    void_at = models.DateTimeField(null=True)
    failed = models.CharField(max_length=400, blank=True)

    class Meta:
        db_table = "change_preview"
        constraints = [
            models.UniqueConstraint(
                fields=["change_set"], condition=Q(void_at__isnull=True), name="change_preview_one"
            ),
            models.CheckConstraint(name="change_preview_progress", condition=Q(done__lte=F("total"))),
            models.CheckConstraint(
                name="change_preview_released_when_finished",
                condition=Q(released_at__isnull=True) | Q(finished_at__isnull=False),
            ),
        ]


class PreviewLine(models.Model):
    """確認の行: somebody who gains sight, a day that changes, a reason to stop (FIX-05 to FIX-07).

    `stop` only of `STOP`; `before` and `after`: relation, items, states of days, or values of the fact.
    """

    id = models.BigAutoField(primary_key=True)
    preview = models.ForeignKey(ChangePreview, on_delete=models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=10)
    stop = models.CharField(max_length=10, blank=True)
    row = models.ForeignKey(ChangeRow, on_delete=models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, related_name="+")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    words = models.CharField(max_length=400, blank=True)

    class Meta:
        db_table = "preview_line"
        indexes = [
            models.Index(fields=["preview", "kind", "id"], name="preview_line_page"),
            models.Index(fields=["worker"], name="preview_line_of_worker"),
        ]
        constraints = [
            models.CheckConstraint(name="preview_line_kind_known", condition=Q(kind__in=list(LineKind))),
            models.CheckConstraint(
                name="preview_line_stop_says_why",
                condition=Q(stop="") & ~Q(kind=LineKind.STOP)
                | Q(kind=LineKind.STOP, stop__in=list(StopKind)),
            ),
        ]


class PreviewOpened(models.Model):
    """確認を開いた記録: who opened what a preview says of who gains sight, before releasing it (FIX-08)."""

    id = models.BigAutoField(primary_key=True)
    preview = models.ForeignKey(ChangePreview, on_delete=models.PROTECT, related_name="+")
    opened_by = models.CharField(max_length=40)
    opened_at = models.DateTimeField()

    class Meta:
        db_table = "preview_opened"
        constraints = [
            models.UniqueConstraint(fields=["preview", "opened_by"], name="preview_opened_once"),
        ]


class ChangeRelease(models.Model):
    """修正の許可, of one preview by one officer, said once (FIX-08)."""

    id = models.BigAutoField(primary_key=True)
    preview = models.ForeignKey(ChangePreview, on_delete=models.PROTECT, related_name="releases")
    released_by = models.CharField(max_length=40)
    released_at = models.DateTimeField()

    class Meta:
        db_table = "change_release"
        constraints = [
            models.UniqueConstraint(fields=["preview", "released_by"], name="change_release_once"),
        ]
