"""申告: what people say of a day themselves, and who was asked to confirm and approve it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ccus.domain.codes.models import Position, Trade
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Place
from ccus.domain.work_history.claim_terms import BY_ITSELF, Answer, ClaimKind, Ground, Party, Why
from ccus.domain.workers.models import Worker
from ccus.foundation.public_keys import public_key


class OwnSite(models.Model):
    """現場登録のない現場: a site as a worker found it on the signboard, seen by nobody else (guide G17-5).

    A place of its own; mending the text supersedes the row and adds one with the same `key`.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField(editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="own_sites")
    name = models.CharField("現場名", max_length=120)
    address = models.CharField("施工場所住所", max_length=160, blank=True)
    labour_insurance = models.CharField("労働保険番号", max_length=14, blank=True)
    building_confirmation = models.CharField("建築確認番号", max_length=40, blank=True)
    corins = models.CharField("コリンズ番号", max_length=20, blank=True)
    prime_name = models.CharField("元請事業者名", max_length=80, blank=True)
    employer_name = models.CharField("所属事業者名", max_length=80, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "own_site"
        indexes = [models.Index(fields=["worker"], name="own_site_of_worker")]
        constraints = [
            models.UniqueConstraint(
                fields=["place"], condition=Q(superseded_at__isnull=True), name="own_site_once"
            ),
            models.UniqueConstraint(
                fields=["key"], condition=Q(superseded_at__isnull=True), name="own_site_key_once"
            ),
            models.CheckConstraint(name="own_site_has_name", condition=~Q(name="")),
        ]


class DayClaim(models.Model):
    """申告: 「この日、ここで働いた」 (直接入力), or 「この日の仕事はこれだった」 (就業内容の変更) (CLAIM-01).

    `company`: the firm under which the worker says to have worked. `began`, `ended`: times as remembered.
    `due_at`: until when the prime may approve; empty where nobody is asked. `instead_of`: the entry at an own site
    that this one replaces since the site's number is known (D-16). `superseded_at`: withdrawn, or a correction that a
    later one replaced.
    """

    id = models.BigAutoField(primary_key=True)
    key = public_key()
    kind = models.SmallIntegerField()
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="claims")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    work_on = models.DateField("就業日")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="+")
    trade = models.ForeignKey(Trade, on_delete=models.PROTECT, null=True, related_name="+")
    position = models.ForeignKey(Position, on_delete=models.PROTECT, null=True, related_name="+")
    work_content = models.CharField("作業内容", max_length=80, blank=True)
    began = models.TimeField("入場時刻", null=True)
    ended = models.TimeField("退場時刻", null=True)
    why = models.SmallIntegerField("理由", null=True)
    remark = models.CharField("補足", max_length=200, blank=True)
    due_at = models.DateTimeField(null=True)
    instead_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=40)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "day_claim"
        indexes = [
            models.Index(fields=["worker", "work_on"], name="day_claim_of_worker"),
            models.Index(fields=["place", "work_on"], name="day_claim_at_place"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "work_on", "place", "kind"],
                condition=Q(superseded_at__isnull=True),
                name="day_claim_once",
            ),
            models.UniqueConstraint(
                fields=["instead_of"], condition=Q(superseded_at__isnull=True), name="day_claim_replaced_once"
            ),
            models.CheckConstraint(name="day_claim_kind_known", condition=Q(kind__in=list(ClaimKind))),
            models.CheckConstraint(
                name="day_claim_why_known", condition=Q(why__isnull=True) | Q(why__in=list(Why))
            ),
        ]


class DayAsk(models.Model):
    """求め: somebody was asked about a claim; the answer is said once (CLAIM-03).

    `oddities` are the codes of what is unusual about the day, for the inbox. `plea`: what the worker answers to a
    refusal; it stands on the ask of the office, which then decides. `is_own`: whoever approves had entered the day.
    What is answered stays in one index besides that of its claim, so that answering thousands writes little.
    """

    id = models.BigAutoField(primary_key=True)
    claim = models.ForeignKey(DayClaim, on_delete=models.PROTECT, related_name="asks", db_index=False)
    party = models.SmallIntegerField()
    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    plea = models.CharField("申し立て", max_length=400, blank=True)
    oddities = ArrayField(models.SmallIntegerField(), default=list)
    is_odd = models.BooleanField(default=False)
    answer = models.SmallIntegerField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=40, blank=True)
    is_own = models.BooleanField(default=False)
    ground = models.SmallIntegerField("否認の理由", null=True)
    words = models.CharField("説明", max_length=400, blank=True)

    class Meta:
        db_table = "day_ask"
        indexes = [
            models.Index(
                fields=["company", "party", "is_odd", "due_at", "id"],
                name="day_ask_inbox",
                condition=Q(answer__isnull=True),
            ),
            models.Index(
                fields=["company", "party", "place", "is_odd", "due_at", "id"],
                name="day_ask_inbox_of_site",
                condition=Q(answer__isnull=True),
            ),
            # By party and not by company, so that the list of one company is never read through everybody's deadlines.
            models.Index(
                fields=["due_at", "id"],
                name="day_ask_due",
                condition=Q(answer__isnull=True, party__lt=Party.OFFICE),
            ),
            models.Index(
                fields=["due_at", "id"],
                name="day_ask_of_the_office",
                condition=Q(answer__isnull=True, company__isnull=True),
            ),
            models.Index(
                fields=["company", "answered_at", "id"],
                name="day_ask_answered",
                condition=Q(answered_at__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["claim", "party"], name="day_ask_once"),
            models.CheckConstraint(name="day_ask_party_known", condition=Q(party__in=list(Party))),
            models.CheckConstraint(
                name="day_ask_of_a_company_or_the_office",
                condition=Q(party=Party.OFFICE, company__isnull=True)
                | (~Q(party=Party.OFFICE) & Q(company__isnull=False)),
            ),
            models.CheckConstraint(
                name="day_ask_answered_whole",
                condition=Q(
                    answer__isnull=True, answered_at__isnull=True, answered_by="", ground__isnull=True
                )
                | (Q(answer__isnull=False, answered_at__isnull=False) & ~Q(answered_by="")),
            ),
            models.CheckConstraint(
                name="day_ask_answer_of_the_party",
                condition=Q(answer__isnull=True)
                | Q(answer__in=BY_ITSELF)
                | Q(answer=Answer.CONFIRMED, party__in=[Party.EMPLOYER, Party.FIRST_TIER])
                | Q(answer__in=[Answer.APPROVED, Answer.REFUSED], party__in=[Party.PRIME, Party.OFFICE]),
            ),
            models.CheckConstraint(
                name="day_ask_refused_with_ground",
                condition=Q(answer=Answer.REFUSED, ground__in=list(Ground))
                | (Q(ground__isnull=True) & (Q(answer__isnull=True) | ~Q(answer=Answer.REFUSED))),
            ),
            models.CheckConstraint(
                name="day_ask_in_time",
                condition=Q(answer__isnull=True)
                | Q(answer__in=BY_ITSELF)
                | Q(party=Party.OFFICE)
                | Q(answered_at__lt=F("due_at")),
            ),
        ]
