"""What is registered about a company, one table a block (`ccus/domain/companies/blocks.py`, REG-20)."""

from django.db import models
from django.db.models import Q

from ccus.domain.codes.models import Prefecture
from ccus.domain.codes.terms import Joined
from ccus.domain.companies.models.company import Company
from ccus.domain.companies.terms import (
    LICENCE_TRADES,
    BillingPlace,
    CompanyForm,
    LicenceAuthority,
    LicenceGrade,
    LicenceHeld,
)
from ccus.foundation.dated import DatedFact, one_on_any_day


class CompanyIdentity(DatedFact):
    """商号・代表者. 法人番号 is 13 digits, of 法人 only."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="identities")
    name = models.CharField("商号または名称", max_length=320)
    kana = models.CharField("フリガナ", max_length=480)
    form = models.CharField("法人・個人・一人親方の別", max_length=10)
    corporate_number = models.CharField("法人番号", max_length=13, blank=True)
    representative = models.CharField("代表者名", max_length=480)
    representative_kana = models.CharField("代表者名のフリガナ", max_length=480)
    representative_title = models.CharField("代表者の役職", max_length=160, blank=True)

    class Meta:
        db_table = "company_identity"
        constraints = [
            models.CheckConstraint(
                name="company_identity_form_known", condition=Q(form__in=list(CompanyForm))
            ),
            models.CheckConstraint(
                name="company_identity_number_of_corporations",
                condition=Q(form=CompanyForm.CORPORATE, corporate_number__regex="^[0-9]{13}$")
                | (~Q(form=CompanyForm.CORPORATE) & Q(corporate_number="")),
            ),
            one_on_any_day("company_identity_one", "company"),
        ]


class CompanyLocation(DatedFact):
    """所在地・電話番号."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="locations")
    postcode = models.CharField("郵便番号", max_length=7)
    prefecture = models.ForeignKey(Prefecture, on_delete=models.PROTECT, related_name="+")
    town = models.CharField("市区町村・町名", max_length=480)
    street = models.CharField("番地", max_length=480)
    building = models.CharField("建物名・部屋番号", max_length=480, blank=True)
    phone = models.CharField("電話番号", max_length=20)

    class Meta:
        db_table = "company_location"
        constraints = [one_on_any_day("company_location_one", "company")]


class CompanyCapital(DatedFact):
    """資本金・完成工事高, in thousands of yen."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="capitals")
    capital = models.PositiveIntegerField("資本金（千円）", null=True)
    turnover = models.PositiveIntegerField("完成工事高（千円）", null=True)

    class Meta:
        db_table = "company_capital"
        constraints = [one_on_any_day("company_capital_one", "company")]


class CompanyLicensing(DatedFact):
    """建設業許可の有無."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="licensings")
    held = models.CharField("建設業許可", max_length=4)

    class Meta:
        db_table = "company_licensing"
        constraints = [
            models.CheckConstraint(name="company_licensing_known", condition=Q(held__in=list(LicenceHeld))),
            one_on_any_day("company_licensing_one", "company"),
        ]


class CompanyLicence(DatedFact):
    """建設業許可 of one 許可業種, from 許可年月日 to its last day."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="licences")
    trade = models.CharField("許可業種", max_length=2)
    authority = models.CharField("許可行政庁", max_length=10)
    prefecture = models.ForeignKey(Prefecture, on_delete=models.PROTECT, null=True, related_name="+")
    grade = models.CharField("一般・特定", max_length=10)
    number = models.CharField("許可番号", max_length=6)

    class Meta:
        db_table = "company_licence"
        constraints = [
            models.CheckConstraint(
                name="company_licence_known",
                condition=Q(
                    trade__in=list(LICENCE_TRADES),
                    grade__in=list(LicenceGrade),
                    number__regex="^[0-9]{1,6}$",
                ),
            ),
            models.CheckConstraint(
                name="company_licence_authority",
                condition=Q(authority=LicenceAuthority.MINISTER, prefecture__isnull=True)
                | Q(authority=LicenceAuthority.GOVERNOR, prefecture__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["company", "trade", "valid_from"],
                condition=Q(superseded_at__isnull=True),
                name="company_licence_once",
            ),
        ]


class CompanyInsurance(DatedFact):
    """社会保険 of a company, with the numbers of its establishment."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="insurances")
    health = models.CharField("健康保険", max_length=10)
    health_number = models.CharField("健康保険の事業所番号", max_length=160, blank=True)
    pension = models.CharField("厚生年金保険", max_length=10)
    pension_number = models.CharField("厚生年金保険の事業所番号", max_length=160, blank=True)
    employment = models.CharField("雇用保険", max_length=10)
    employment_number = models.CharField("雇用保険の事業所番号", max_length=160, blank=True)
    labour_number = models.CharField("労働保険番号", max_length=14, blank=True)

    class Meta:
        db_table = "company_insurance"
        constraints = [
            models.CheckConstraint(
                name="company_insurance_known",
                condition=Q(health__in=list(Joined), pension__in=list(Joined), employment__in=list(Joined)),
            ),
            one_on_any_day("company_insurance_one", "company"),
        ]


class CompanyRetirement(DatedFact):
    """退職金共済 of a company."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="retirement_aids")
    kentaikyo = models.BooleanField("建退共")
    kentaikyo_number = models.CharField("建退共の共済契約者番号", max_length=80, blank=True)
    chutaikyo = models.BooleanField("中退共")

    class Meta:
        db_table = "company_retirement"
        constraints = [one_on_any_day("company_retirement_one", "company")]


class CompanyResponsible(DatedFact):
    """登録責任者: the person who answers for the registration."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="responsibles")
    person = models.CharField("氏名", max_length=480)
    kana = models.CharField("フリガナ", max_length=480)
    mail = models.CharField("メールアドレス", max_length=254)
    phone = models.CharField("電話番号", max_length=20)

    class Meta:
        db_table = "company_responsible"
        constraints = [one_on_any_day("company_responsible_one", "company")]


class CompanyBilling(DatedFact):
    """請求先."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="billings")
    place = models.CharField("請求先", max_length=6)
    addressee = models.CharField("宛名", max_length=480, blank=True)
    postcode = models.CharField("郵便番号", max_length=7, blank=True)
    prefecture = models.ForeignKey(Prefecture, on_delete=models.PROTECT, null=True, related_name="+")
    town = models.CharField("市区町村・町名", max_length=480, blank=True)
    street = models.CharField("番地", max_length=480, blank=True)
    building = models.CharField("建物名・部屋番号", max_length=480, blank=True)
    department = models.CharField("部署・担当者", max_length=320, blank=True)

    class Meta:
        db_table = "company_billing"
        constraints = [
            models.CheckConstraint(name="company_billing_known", condition=Q(place__in=list(BillingPlace))),
            one_on_any_day("company_billing_one", "company"),
        ]
