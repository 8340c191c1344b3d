"""施工体制: the firms of a site, how they come in, and who acts for whom."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ccus.domain.companies.models import Company
from ccus.domain.sites.models.site import Site
from ccus.foundation.dated import DatedFact, one_on_any_day
from ccus.foundation.public_keys import public_key


class StructureMember(models.Model):
    """施工体制の事業者: one firm at one spot of a site's tree; `tier` 0 is the prime.

    `path` lists the members from the prime down to this one, itself included. A member counts on the days of
    its `StructureAcceptance`; before that it is an invitation (施工体制登録の要請). Without `company` it is the
    stand-in of a firm that is not registered; `company` is set once, by whoever claims it (D-27).
    `dismissed_at`: taken out by the firm above; until that one asks again it accepts nothing (SITE-08).
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="members")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="spots")
    stand_in_name = models.CharField("未登録の事業者の名称", max_length=80, blank=True, db_default="")
    stand_in_contact = models.CharField("未登録の事業者の連絡先", max_length=120, blank=True, db_default="")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    tier = models.PositiveSmallIntegerField("次数")
    path = ArrayField(models.BigIntegerField())
    invited_at = models.DateTimeField()
    invited_by = models.CharField(max_length=40)
    withdrawn_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    dismissed_at = models.DateTimeField(null=True)
    registered_via = models.CharField(max_length=40, blank=True, db_default="")

    class Meta:
        db_table = "structure_member"
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "company"],
                condition=Q(withdrawn_at__isnull=True, refused_at__isnull=True),
                name="structure_invited_once",
            ),
            models.UniqueConstraint(fields=["site"], condition=Q(tier=0), name="structure_one_prime"),
            models.CheckConstraint(
                name="structure_prime_has_no_parent",
                condition=Q(tier=0, parent__isnull=True) | Q(tier__gte=1, parent__isnull=False),
            ),
            models.CheckConstraint(
                name="structure_firm_or_stand_in",
                condition=Q(company__isnull=False) | ~Q(stand_in_name=""),
            ),
            models.CheckConstraint(
                name="structure_prime_is_registered", condition=Q(company__isnull=False) | Q(tier__gte=1)
            ),
            models.CheckConstraint(
                name="structure_closed_one_way",
                condition=Q(withdrawn_at__isnull=True) | Q(refused_at__isnull=True),
            ),
            models.CheckConstraint(name="structure_path_length", condition=Q(path__len=F("tier") + 1)),
        ]


class StructureAcceptance(DatedFact):
    """施工体制登録の承認: the firm accepts its spot; without it everybody below waits (連結待ち).

    `held_since`: a claimed stand-in supports the days from when the stand-in was declared (D-27).
    """

    member = models.ForeignKey(StructureMember, on_delete=models.PROTECT, related_name="acceptances")
    held_since = models.DateTimeField(null=True)

    class Meta:
        db_table = "structure_acceptance"
        constraints = [
            one_on_any_day("structure_accepted_once_at_a_time", "member"),
            models.CheckConstraint(
                name="structure_held_before_recorded",
                condition=Q(held_since__isnull=True) | Q(held_since__lte=F("recorded_at")),
            ),
        ]


class InvitationLink(models.Model):
    """要請のリンク: an address or QR that a firm opens, also one without an account; used once (SITE-20).

    `stand_in`: the placeholder that whoever uses it claims; otherwise a new spot below `upper`. `company`: the only
    firm that may, where the firm above named its 事業者ID; nobody has seen the token then (SITE-19).
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    company = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")
    upper = models.ForeignKey(StructureMember, on_delete=models.PROTECT, related_name="links")
    stand_in = models.ForeignKey(StructureMember, on_delete=models.PROTECT, null=True, related_name="+")
    token_hash = models.BinaryField(unique=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=40)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_for = models.ForeignKey(StructureMember, on_delete=models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "invitation_link"
        constraints = [
            models.CheckConstraint(
                name="invitation_link_used_for_a_spot",
                condition=Q(used_at__isnull=True, used_for__isnull=True)
                | Q(used_at__isnull=False, used_for__isnull=False),
            ),
            models.CheckConstraint(
                name="invitation_link_used_or_cancelled",
                condition=Q(used_at__isnull=True) | Q(cancelled_at__isnull=True),
            ),
        ]


class StructureProxy(DatedFact):
    """代理手続き: the lower firm (`giver`) lets a firm above it (`taker`) act for it in structures (SITE-21)."""

    giver = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "structure_proxy"
        constraints = [
            models.CheckConstraint(name="structure_proxy_of_another", condition=~Q(giver=F("taker"))),
            one_on_any_day("structure_proxy_once", "giver", "taker"),
        ]


class StructurePattern(models.Model):
    """施工体制パターン: a usual tree of firms below a company, kept to be used again (SITE-22)."""

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("パターン名", max_length=60)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=40)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "structure_pattern"
        constraints = [
            models.CheckConstraint(name="structure_pattern_has_name", condition=~Q(name="")),
            models.UniqueConstraint(
                fields=["company", "name"],
                condition=Q(removed_at__isnull=True),
                name="structure_pattern_name_once",
            ),
        ]


class PatternFirm(models.Model):
    """パターンの事業者: one firm of a pattern, below another of it or at its top."""

    id = models.BigAutoField(primary_key=True)
    pattern = models.ForeignKey(StructurePattern, on_delete=models.PROTECT, related_name="firms")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "pattern_firm"
        constraints = [
            models.UniqueConstraint(
                fields=["pattern", "parent", "company"], nulls_distinct=False, name="pattern_firm_once"
            )
        ]
