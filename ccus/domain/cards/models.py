"""Cards."""

from django.db import models
from django.db.models import F, Func, Q

from ccus.domain.codes.models import Prefecture
from ccus.domain.workers.models import Worker

_COLOUR = r"^#[0-9a-f]{6}$"


class FourDigits(Func):
    """4桁の乱数, drawn by the database from its strong random source: whoever inserts a card gives it none."""

    template = "lpad((('x' || left(gen_random_uuid()::text, 8))::bit(32)::bigint %% 10000)::text, 4, '0')"
    output_field = models.CharField()


class CardDesign(models.Model):
    """カードの種類: a colour that cards come in. A further colour is a further row (CARD-03, guide G02-6).

    `paper`, `band` and `ink` are what the face is drawn in, as `#rrggbb`; `rank` their order in lists.
    """

    code = models.CharField(max_length=12, primary_key=True)
    label = models.CharField("カードの種類", max_length=40)
    rank = models.PositiveSmallIntegerField(unique=True)
    paper = models.CharField(max_length=7)
    band = models.CharField(max_length=7)
    ink = models.CharField(max_length=7)

    class Meta:
        db_table = "card_design"
        constraints = [
            models.CheckConstraint(
                name="card_design_drawable",
                condition=Q(paper__regex=_COLOUR, band__regex=_COLOUR, ink__regex=_COLOUR),
            ),
        ]


class Card(models.Model):
    """カード: `token` is what a reader of profile `number` types: 技能者ID and serial, 16 digits (D-02, D-04).

    `colour` is the code of a `CardDesign`, held by a foreign key of the database. `security_code` is printed on the
    back alone and shown on no page (CARD-13).
    """

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="cards")
    serial = models.PositiveSmallIntegerField()
    token = models.CharField(max_length=16, unique=True)
    colour = models.CharField(max_length=12)
    issued_at = models.DateTimeField()
    expires_on = models.DateField("有効期限")
    security_code = models.CharField("本人確認番号", max_length=4, db_default=FourDigits())

    class Meta:
        db_table = "card"
        constraints = [
            models.UniqueConstraint(fields=["worker", "serial"], name="card_serial_once"),
            models.CheckConstraint(name="card_serial_two_digits", condition=Q(serial__gte=1, serial__lte=99)),
            models.CheckConstraint(name="card_token_16_digits", condition=Q(token__regex=r"^[0-9]{16}$")),
            models.CheckConstraint(
                name="card_code_4_digits", condition=Q(security_code__regex=r"^[0-9]{4}$")
            ),
        ]


class CardAddress(models.Model):
    """カードの送付先: where a card goes, as it was when the card was made; a better one supersedes it (CARD-14)."""

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="addresses")
    addressee = models.CharField("宛名", max_length=480)
    postcode = models.CharField("郵便番号", max_length=7)
    prefecture = models.ForeignKey(Prefecture, on_delete=models.PROTECT, related_name="+")
    town = models.CharField("市区町村・町名", max_length=480)
    street = models.CharField("番地", max_length=480)
    building = models.CharField("建物名・部屋番号", max_length=480, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "card_address"
        constraints = [
            models.UniqueConstraint(
                fields=["card"], condition=Q(superseded_at__isnull=True), name="card_address_one"
            ),
            models.CheckConstraint(name="card_address_postcode", condition=Q(postcode__regex=r"^[0-9]{7}$")),
        ]


class WaitingCard(models.Model):
    """印刷を待つカード: taken out as the card is laid into a batch, laid back if it is spoiled (PRINT-01, PRINT-07)."""

    card = models.OneToOneField(Card, on_delete=models.PROTECT, primary_key=True, related_name="waiting")
    since = models.DateTimeField()

    class Meta:
        db_table = "card_waiting"
        indexes = [models.Index(fields=["since", "card"], name="card_waiting_in_order")]


class CardLoss(models.Model):
    """紛失: from the report until the card is found again, the card opens nothing (D-13)."""

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="losses")
    lost_from = models.DateTimeField()
    found_at = models.DateTimeField(null=True)
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "card_loss"
        constraints = [
            models.UniqueConstraint(
                fields=["card"], condition=Q(found_at__isnull=True), name="card_lost_once_at_a_time"
            ),
            models.CheckConstraint(
                name="card_found_after_loss",
                condition=Q(found_at__isnull=True) | Q(found_at__gte=F("lost_from")),
            ),
        ]


class CardRevocation(models.Model):
    """失効: by reissue, withdrawal or the office; for good."""

    id = models.BigAutoField(primary_key=True)
    card = models.OneToOneField(Card, on_delete=models.PROTECT, related_name="revocation")
    revoked_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        db_table = "card_revocation"
