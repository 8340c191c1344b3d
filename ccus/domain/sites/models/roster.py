"""作業員名簿: its lines, the agreements behind them, and how many come in at once."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ccus.domain.codes.models import Position, Trade
from ccus.domain.companies.models import Company
from ccus.domain.sites.models.site import Place
from ccus.domain.sites.models.structure import StructureMember
from ccus.domain.workers.models import Worker
from ccus.foundation.dated import DatedFact, one_on_any_day
from ccus.foundation.public_keys import public_key

_CODE = models.CharField(max_length=20)


def code_list() -> "ArrayField[list[str], list[str]]":
    """Codes of a list, none at first."""
    return ArrayField(_CODE, default=list, db_default=models.Value([], output_field=ArrayField(_CODE)))


class RosterLine(DatedFact):
    """作業員名簿の行: a worker at a site under one firm, with the six fields of the roster (SITE-09).

    `hazards` 有害物質の取扱い, `special_checks` 特殊健康診断, `qualifications` 必要な保有資格, as codes.
    """

    key = public_key()
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="roster_lines")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(StructureMember, on_delete=models.PROTECT, related_name="roster_lines")
    trade = models.ForeignKey(Trade, on_delete=models.PROTECT, related_name="+")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="+")
    work_content = models.CharField("作業内容", max_length=80, blank=True)
    hazards = code_list()
    special_checks = code_list()
    qualifications = code_list()
    entered_on = models.DateField("入場年月日", null=True)
    educated_on = models.DateField("受入教育実施年月日", null=True)

    class Meta:
        db_table = "roster_line"
        indexes = [models.Index(fields=["worker", "place"], name="roster_line_worker_place")]
        constraints = [one_on_any_day("roster_line_one_at_a_time", "worker", "place")]


class Placement(DatedFact):
    """所属と異なる事業者の元での就業: agreed between worker and firm; days under it count as linked (SITE-25)."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="placements")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "placement"
        constraints = [one_on_any_day("placement_once_a_company", "worker", "company")]


class PlacementRequest(models.Model):
    """合意要請: asked by the worker or the firm, answered once by the other side (SITE-25)."""

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="placement_requests")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    asked_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    is_accepted = models.BooleanField(null=True)

    class Meta:
        db_table = "placement_request"
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "company"],
                condition=Q(closed_at__isnull=True),
                name="placement_asked_once",
            ),
            models.CheckConstraint(
                name="placement_request_days_in_order",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
            ),
        ]


class ProxyConsent(DatedFact):
    """代理手続きの同意: the worker lets a proxy write the roster for the employer, and see what it takes (SITE-24)."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="proxy_consents")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "proxy_consent"
        constraints = [one_on_any_day("proxy_consent_once_a_company", "worker", "company")]


class RosterPattern(models.Model):
    """作業員名簿パターン: a crew that comes again (SITE-27)."""

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("パターン名", max_length=60)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=40)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "roster_pattern"
        constraints = [
            models.CheckConstraint(name="roster_pattern_has_name", condition=~Q(name="")),
            models.UniqueConstraint(
                fields=["company", "name"],
                condition=Q(removed_at__isnull=True),
                name="roster_pattern_name_once",
            ),
        ]


class PatternWorker(models.Model):
    """パターンの技能者."""

    id = models.BigAutoField(primary_key=True)
    pattern = models.ForeignKey(RosterPattern, on_delete=models.PROTECT, related_name="workers")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    trade = models.ForeignKey(Trade, on_delete=models.PROTECT, related_name="+")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="+")
    work_content = models.CharField("作業内容", max_length=80, blank=True)

    class Meta:
        db_table = "pattern_worker"
        constraints = [models.UniqueConstraint(fields=["pattern", "worker"], name="pattern_worker_once")]


class RosterBatch(models.Model):
    """取り込みの下書き: rows of a file for one roster, mended in place, then registered (SITE-28).

    `headings` as in the file, `columns` says which column (from 0) is which field, `defaults` is field → text for
    cells that are empty.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    member = models.ForeignKey(StructureMember, on_delete=models.PROTECT, related_name="batches")
    file_name = models.CharField(max_length=120)
    headings = ArrayField(models.TextField(), default=list)
    columns = models.JSONField(default=dict)
    defaults = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=40)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "roster_batch"


class RosterBatchRow(models.Model):
    """取り込みの一行: `row` is its number in the file, `cells` what stands there, `marks` column → what is wrong with
    the cell itself, `mended` field → text that was put in its place; `line` once it is registered (SITE-28).
    """

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(RosterBatch, on_delete=models.CASCADE, related_name="rows")
    row = models.PositiveIntegerField()
    cells = ArrayField(models.TextField())
    marks = models.JSONField(default=dict)
    mended = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    is_dropped = models.BooleanField(default=False)
    line = models.OneToOneField(RosterLine, on_delete=models.PROTECT, null=True, related_name="batch_row")

    class Meta:
        db_table = "roster_batch_row"
        constraints = [
            models.UniqueConstraint(fields=["batch", "row"], name="roster_batch_row_once"),
            models.CheckConstraint(
                name="roster_batch_row_registered_or_dropped",
                condition=Q(line__isnull=True) | Q(is_dropped=False),
            ),
        ]
