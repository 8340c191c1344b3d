"""Sites, structure, roster, readers."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q

from ccus.domain.codes.models import Position, Trade
from ccus.domain.companies.models import Company
from ccus.domain.workers.models import Worker
from ccus.foundation.dated import VALID_DAYS, DatedFact


class Place(models.Model):
    """場所: where work is recorded: a registered site, or (later) a site as a worker described it."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=12, default="registered")

    class Meta:
        db_table = "place"


class Site(models.Model):
    """現場: registered by the prime contractor (元請事業者); its key is its place, `number` the 現場ID."""

    place = models.OneToOneField(Place, on_delete=models.PROTECT, primary_key=True)
    number = models.CharField("現場ID", max_length=14, unique=True)
    name = models.CharField("現場名", max_length=120)
    name_kana = models.CharField("フリガナ", max_length=160)
    address = models.CharField("施工場所住所", max_length=160)
    prime = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()

    class Meta:
        db_table = "site"
        constraints = [
            models.CheckConstraint(name="site_number_14_digits", condition=Q(number__regex=r"^[0-9]{14}$")),
        ]


class AccumulationPeriod(DatedFact):
    """就業履歴蓄積期間: the days on which taps count; a change supersedes the old row (D-13)."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="periods")

    class Meta:
        db_table = "accumulation_period"
        constraints = [
            ExclusionConstraint(
                name="accumulation_period_one_at_a_time",
                expressions=[("site", RangeOperators.EQUAL), (VALID_DAYS, RangeOperators.OVERLAPS)],
                condition=Q(superseded_at__isnull=True),
            )
        ]


class StructureMember(models.Model):
    """施工体制の事業者: one firm at one spot of a site's tree; `tier` 0 is the prime.

    `path` lists the members from the prime down to this one, itself included. A member counts on the days of
    its `StructureAcceptance`; before that it is an invitation (施工体制登録の要請).
    """

    id = models.BigAutoField(primary_key=True)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="members")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    tier = models.PositiveSmallIntegerField("次数")
    path = ArrayField(models.BigIntegerField())
    invited_at = models.DateTimeField()
    invited_by = models.CharField(max_length=40)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "structure_member"
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "company"],
                condition=Q(withdrawn_at__isnull=True),
                name="structure_invited_once",
            ),
            models.UniqueConstraint(fields=["site"], condition=Q(tier=0), name="structure_one_prime"),
            models.CheckConstraint(
                name="structure_prime_has_no_parent",
                condition=Q(tier=0, parent__isnull=True) | Q(tier__gte=1, parent__isnull=False),
            ),
            models.CheckConstraint(name="structure_path_length", condition=Q(path__len=F("tier") + 1)),
        ]


class StructureAcceptance(DatedFact):
    """施工体制登録の承認: the firm accepts its spot; without it everybody below waits (連結待ち)."""

    member = models.ForeignKey(StructureMember, on_delete=models.PROTECT, related_name="acceptances")

    class Meta:
        db_table = "structure_acceptance"
        constraints = [
            ExclusionConstraint(
                name="structure_accepted_once_at_a_time",
                expressions=[("member", RangeOperators.EQUAL), (VALID_DAYS, RangeOperators.OVERLAPS)],
                condition=Q(superseded_at__isnull=True),
            )
        ]


class RosterLine(DatedFact):
    """作業員名簿の行: a worker at a site under one firm, with 職種, 立場 and 作業内容."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="roster_lines")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(StructureMember, on_delete=models.PROTECT, related_name="roster_lines")
    trade = models.ForeignKey(Trade, on_delete=models.PROTECT, related_name="+")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="+")
    work_content = models.CharField("作業内容", max_length=80, blank=True)

    class Meta:
        db_table = "roster_line"
        indexes = [models.Index(fields=["worker", "place"], name="roster_line_worker_place")]
        constraints = [
            ExclusionConstraint(
                name="roster_line_one_at_a_time",
                expressions=[
                    ("worker", RangeOperators.EQUAL),
                    ("place", RangeOperators.EQUAL),
                    (VALID_DAYS, RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True),
            )
        ]


class Reader(models.Model):
    """カードリーダー: belongs to a site; only the hash of its token is kept."""

    id = models.BigAutoField(primary_key=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="readers")
    name = models.CharField("端末名", max_length=40)
    token_hash = models.BinaryField(unique=True)
    enrolled_at = models.DateTimeField()
    enrolled_by = models.CharField(max_length=40)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "reader"
