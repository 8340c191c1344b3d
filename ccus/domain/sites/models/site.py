"""現場: registered by the prime, with its period, contracts, partners and people."""

from django.db import models
from django.db.models import F, Q

from ccus.domain.companies.models import Company, Seat, Unit
from ccus.domain.sites.terms import ClientClass, OrderForm, Post
from ccus.foundation.dated import DatedFact, one_on_any_day
from ccus.foundation.public_keys import public_key


class Place(models.Model):
    """場所: where work is recorded: a registered site, or (later) a site as a worker described it."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=12, default="registered")

    class Meta:
        db_table = "place"


class Site(models.Model):
    """現場: registered by the prime contractor (元請事業者); its key is its place, `number` the 現場ID.

    `unit`: the part of the prime's organisation that owns it; None: the whole company (SITE-15).
    """

    place = models.OneToOneField(Place, on_delete=models.PROTECT, primary_key=True)
    number = models.CharField("現場ID", max_length=14, unique=True)
    name = models.CharField("現場名", max_length=120)
    name_kana = models.CharField("フリガナ", max_length=160)
    address = models.CharField("施工場所住所", max_length=160)
    prime = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    registered_at = models.DateTimeField()
    is_small = models.BooleanField("小規模現場", default=False, db_default=False)
    client_class = models.CharField("発注者の区分", max_length=10, blank=True, db_default="")
    has_hazard = models.BooleanField("有害物質の取扱い", default=False, db_default=False)
    labour_insurance = models.CharField("労働保険番号", max_length=14, blank=True, db_default="")
    building_confirmation = models.CharField("建築確認番号", max_length=40, blank=True, db_default="")
    corins = models.CharField("コリンズ番号", max_length=20, blank=True, db_default="")

    class Meta:
        db_table = "site"
        indexes = [
            models.Index(fields=["prime", "-place"], name="site_of_prime"),
            models.Index(
                fields=["labour_insurance"],
                condition=~Q(labour_insurance=""),
                name="site_labour_insurance",
            ),
            models.Index(
                fields=["building_confirmation"],
                condition=~Q(building_confirmation=""),
                name="site_building_confirmation",
            ),
            models.Index(fields=["corins"], condition=~Q(corins=""), name="site_corins"),
        ]
        constraints = [
            models.CheckConstraint(name="site_number_14_digits", condition=Q(number__regex=r"^[0-9]{14}$")),
            models.CheckConstraint(
                name="site_client_known", condition=Q(client_class__in=["", *ClientClass])
            ),
        ]


class AccumulationPeriod(DatedFact):
    """就業履歴蓄積期間: the days on which taps count; a change supersedes the old row (D-13)."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="periods")

    class Meta:
        db_table = "accumulation_period"
        constraints = [one_on_any_day("accumulation_period_one_at_a_time", "site")]


class SiteContract(models.Model):
    """契約情報と工事情報: one contract of a site; there may be several (SITE-16). `until_on` is the last day."""

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="contracts")
    name = models.CharField("工事の名称", max_length=120)
    works_place = models.CharField("施工場所", max_length=160, blank=True)
    client = models.CharField("発注者名", max_length=120, blank=True)
    order_form = models.CharField("発注形態", max_length=12, blank=True)
    from_on = models.DateField("工期の初日", null=True)
    until_on = models.DateField("工期の末日", null=True)
    works_kind = models.CharField("工事種別", max_length=40, blank=True)
    is_in_corins = models.BooleanField("コリンズ登録", default=False)
    building_use = models.CharField("建物用途", max_length=40, blank=True)
    structure_kind = models.CharField("構造・種類", max_length=40, blank=True)
    work_type = models.CharField("工事区分", max_length=40, blank=True)
    scale = models.CharField("規模", max_length=80, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "site_contract"
        constraints = [
            models.CheckConstraint(name="site_contract_has_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="site_contract_order_known", condition=Q(order_form__in=["", *OrderForm])
            ),
            models.CheckConstraint(
                name="site_contract_days_in_order",
                condition=Q(from_on__isnull=True) | Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            ),
        ]


class SitePartner(DatedFact):
    """共同企業体の構成員: a further partner of the joint venture; may view (D-20)."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="partners")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "site_partner"
        constraints = [one_on_any_day("site_partner_once", "site", "company")]


class SitePost(DatedFact):
    """現場の担当者: an account that manages or views one site for its company (SITE-17)."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="posts")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="posts")
    post = models.CharField(max_length=10)

    class Meta:
        db_table = "site_post"
        constraints = [
            models.CheckConstraint(name="site_post_known", condition=Q(post__in=list(Post))),
            one_on_any_day("site_post_once", "site", "seat"),
        ]
