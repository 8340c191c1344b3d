"""組織と利用者: the tree of three tiers, and who signs in for a company."""

from django.db import models
from django.db.models import F, Q

from ccus.domain.accounts.models import User
from ccus.domain.companies.models.company import Company
from ccus.domain.companies.terms import Role
from ccus.foundation.public_keys import public_key


class Unit(models.Model):
    """組織の階層: a branch or department, at most three tiers deep (ORG-01). `path` ends with its own key."""

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    depth = models.PositiveSmallIntegerField("階層")
    name = models.CharField("組織の名称", max_length=80)
    is_licence_office = models.BooleanField("建設業許可営業所", default=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "unit"
        constraints = [
            models.CheckConstraint(
                name="unit_depth",
                condition=Q(depth=1, parent__isnull=True) | Q(depth__in=[2, 3], parent__isnull=False),
            ),
            models.CheckConstraint(name="unit_has_name", condition=~Q(name="")),
            models.UniqueConstraint(
                fields=["company", "parent", "name"],
                condition=Q(closed_at__isnull=True),
                nulls_distinct=False,
                name="unit_name_once",
            ),
        ]


class Seat(models.Model):
    """利用者: one person's account within a company, with a role; for a 一人親方 the worker's own account (ORG-02).

    `live_session` is the mark of the one session that lives (D-07). `unit` None: the whole company. The account that
    signs in with the 事業者ID goes on to the next 事業者責任者, with a seat of theirs (ORG-03).
    """

    id = models.BigAutoField(primary_key=True)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="seats")
    account = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="seats")
    role = models.CharField("権限", max_length=20)
    name = models.CharField("氏名", max_length=120)
    mail = models.CharField("メールアドレス", max_length=254, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=40)
    closed_at = models.DateTimeField(null=True)
    live_session = models.CharField(max_length=64, blank=True)

    class Meta:
        db_table = "seat"
        constraints = [
            models.CheckConstraint(name="seat_role_known", condition=Q(role__in=list(Role))),
            models.CheckConstraint(
                name="seat_tier_has_unit",
                condition=~Q(role=Role.TIER) | Q(unit__isnull=False),
            ),
            models.CheckConstraint(
                name="seat_chief_of_all", condition=~Q(role=Role.CHIEF) | Q(unit__isnull=True)
            ),
            models.UniqueConstraint(
                fields=["company"],
                condition=Q(role=Role.CHIEF, closed_at__isnull=True),
                name="seat_one_chief",
            ),
            models.UniqueConstraint(
                fields=["account"], condition=Q(closed_at__isnull=True), name="seat_one_of_an_account"
            ),
            models.CheckConstraint(
                name="seat_closed_after_opened",
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
            ),
        ]
