"""本人情報, one table an item of disclosure (`ccus/domain/workers/blocks/person.py`)."""

from django.db import models
from django.db.models import Q

from ccus.domain.codes.models import Country, Prefecture, ResidenceStatus
from ccus.domain.evidence.models import Evidence
from ccus.domain.workers.models.worker import Worker
from ccus.domain.workers.terms import Blood, NameSource, Rhesus, Sex
from ccus.foundation.dated import DatedFact, one_on_any_day


class WorkerName(DatedFact):
    """氏名: the official name as one string on the identity document, four other forms, each with its document."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="names")
    official = models.CharField("氏名", max_length=480)
    official_source = models.CharField(max_length=30, blank=True)
    kana = models.CharField("フリガナ", max_length=480)
    kana_source = models.CharField(max_length=30, blank=True)
    roman = models.CharField("ローマ字", max_length=480, blank=True)
    roman_source = models.CharField(max_length=30, blank=True)
    native = models.CharField("母語の表記", max_length=480, blank=True)
    native_source = models.CharField(max_length=30, blank=True)
    alias = models.CharField("通称名", max_length=480, blank=True)
    alias_source = models.CharField(max_length=30, blank=True)
    alias_on_card = models.BooleanField(default=False)

    class Meta:
        db_table = "worker_name"
        indexes = [
            models.Index(fields=["kana"], name="worker_name_kana", opclasses=["text_pattern_ops"]),
        ]
        constraints = [
            models.CheckConstraint(name="worker_name_given", condition=~Q(official="") & ~Q(kana="")),
            models.CheckConstraint(
                name="worker_name_alias_to_print", condition=Q(alias_on_card=False) | ~Q(alias="")
            ),
            models.CheckConstraint(
                name="worker_name_sources_known",
                condition=Q(
                    *(
                        Q(**{f"{form}_source__in": ["", *NameSource]})
                        for form in ("official", "kana", "roman", "native", "alias")
                    )
                ),
            ),
            one_on_any_day("worker_name_one_at_a_time", "worker"),
        ]


class Portrait(DatedFact):
    """顔写真: taken once, for the card; it never changes."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="portraits")
    image = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "portrait"
        constraints = [one_on_any_day("portrait_one", "worker")]


class PersonalStatus(DatedFact):
    """性別・国籍・在留資格."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="statuses")
    sex = models.CharField("性別", max_length=6)
    nationality = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+")
    residence_status = models.ForeignKey(
        ResidenceStatus, on_delete=models.PROTECT, null=True, related_name="+"
    )
    residence_until = models.DateField("在留期間の満了日", null=True)

    class Meta:
        db_table = "personal_status"
        constraints = [
            models.CheckConstraint(name="personal_status_sex_known", condition=Q(sex__in=list(Sex))),
            models.CheckConstraint(
                name="personal_status_of_foreigners",
                condition=Q(nationality="JP") | Q(residence_status__isnull=False),
            ),
            one_on_any_day("personal_status_one", "worker"),
        ]


class BloodGroup(DatedFact):
    """血液型."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="blood_groups")
    group = models.CharField("血液型", max_length=2)
    rhesus = models.CharField("Rh式", max_length=5, blank=True)

    class Meta:
        db_table = "blood_group"
        constraints = [
            models.CheckConstraint(
                name="blood_group_known", condition=Q(group__in=list(Blood), rhesus__in=["", *Rhesus])
            ),
            one_on_any_day("blood_group_one", "worker"),
        ]


class Contact(DatedFact):
    """連絡先 that belongs to the worker, never to an employer. `phone` is E.164."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="contacts")
    postcode = models.CharField("郵便番号", max_length=7)
    prefecture = models.ForeignKey(Prefecture, on_delete=models.PROTECT, related_name="+")
    town = models.CharField("市区町村・町名", max_length=480)
    street = models.CharField("番地", max_length=480)
    building = models.CharField("建物名・部屋番号", max_length=480, blank=True)
    phone = models.CharField("電話番号", max_length=16)
    mail = models.CharField("メールアドレス", max_length=254, blank=True)

    class Meta:
        db_table = "contact"
        constraints = [
            models.CheckConstraint(
                name="contact_readable",
                condition=Q(postcode__regex=r"^[0-9]{7}$", phone__regex=r"^\+[0-9]{6,15}$"),
            ),
            one_on_any_day("contact_one", "worker"),
        ]


class EmergencyContact(DatedFact):
    """緊急連絡先."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="emergency_contacts")
    person = models.CharField("緊急連絡先の氏名", max_length=480)
    relation = models.CharField("本人との関係", max_length=80)
    phone = models.CharField("緊急連絡先の電話番号", max_length=16)

    class Meta:
        db_table = "emergency_contact"
        constraints = [one_on_any_day("emergency_contact_one", "worker")]
