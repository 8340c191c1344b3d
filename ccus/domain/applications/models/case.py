"""The case: who files, what kind, and the path it took. Foreign keys make any other path impossible (APP-02)."""

from django.db import models
from django.db.models import Q

from ccus.domain.accounts.models import Officer, User
from ccus.domain.applications.terms import CLOSED, QUEUED, State
from ccus.domain.companies.models import Company
from ccus.domain.workers.models import Mandate, Worker
from ccus.domain.workers.terms import Grade

_OPEN = ~Q(state__in=sorted(CLOSED))


class Applicant(models.Model):
    """申請者: somebody with a 申請用ログインID, before there is a 技能者ID or a 事業者ID.

    `is_for_company` says which of the two is applied for; `worker` or `company` is set once, by the approval.
    """

    id = models.BigAutoField(primary_key=True)
    account = models.OneToOneField(User, on_delete=models.PROTECT, related_name="applicant")
    name = models.CharField("氏名", max_length=120)
    kana = models.CharField("フリガナ", max_length=120)
    mail = models.CharField("メールアドレス", max_length=254)
    asked_at = models.DateTimeField()
    is_for_company = models.BooleanField("事業者の登録", default=False)
    worker = models.OneToOneField(Worker, on_delete=models.PROTECT, null=True, related_name="applicant")
    company = models.OneToOneField(Company, on_delete=models.PROTECT, null=True, related_name="applicant")

    class Meta:
        db_table = "applicant"
        constraints = [
            models.CheckConstraint(
                name="applicant_became_what_was_asked",
                condition=Q(is_for_company=True, worker__isnull=True)
                | Q(is_for_company=False, company__isnull=True),
            ),
        ]


class Application(models.Model):
    """申請: `number` is its 申請番号 (D-01). `state` and `steps` repeat the last step, held together by a foreign key.

    `queued_at` is when it joined the queue of the office for the first time: its age.
    """

    id = models.BigAutoField(primary_key=True)
    number = models.CharField("申請番号", max_length=14, unique=True)
    kind = models.CharField(max_length=20)
    grade = models.CharField(max_length=10, blank=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, null=True, related_name="applications")
    applicant = models.ForeignKey(Applicant, on_delete=models.PROTECT, null=True, related_name="applications")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, null=True, related_name="applications")
    filed_by = models.CharField(max_length=40)
    state = models.CharField(max_length=12, default=State.DRAFT)
    steps = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()
    queued_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "application"
        indexes = [
            models.Index(fields=["queued_at", "id"], name="application_queue", condition=Q(state__in=QUEUED)),
            models.Index(
                fields=["kind", "queued_at", "id"],
                name="application_queue_of_kind",
                condition=Q(state__in=QUEUED),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="application_of_one_filer",
                condition=Q(worker__isnull=True, applicant__isnull=False, company__isnull=True)
                | Q(worker__isnull=False, applicant__isnull=True, company__isnull=True)
                | Q(worker__isnull=True, applicant__isnull=True, company__isnull=False),
            ),
            models.CheckConstraint(
                name="application_kind_of_its_filer",
                condition=Q(kind="registration", applicant__isnull=False)
                | (Q(kind="company_registration") & (Q(applicant__isnull=False) | Q(worker__isnull=False)))
                | Q(kind__in=["company_change", "company_renewal"], company__isnull=False)
                | (~Q(kind="registration") & ~Q(kind__startswith="company_") & Q(worker__isnull=False)),
            ),
            models.CheckConstraint(name="application_grade_known", condition=Q(grade__in=["", *Grade])),
            models.UniqueConstraint(
                fields=["worker", "kind"],
                condition=_OPEN & Q(worker__isnull=False),
                name="application_one_open",
            ),
            models.UniqueConstraint(
                fields=["applicant"],
                condition=_OPEN & Q(applicant__isnull=False),
                name="application_one_open_of_applicant",
            ),
            models.UniqueConstraint(
                fields=["company", "kind"],
                condition=_OPEN & Q(company__isnull=False),
                name="application_one_open_of_company",
            ),
        ]


class ApplicationTransition(models.Model):
    """移り変わり: the pairs of `rules.TRANSITIONS`, so that steps can refer to them."""

    pk = models.CompositePrimaryKey("from_state", "to_state")
    from_state = models.CharField(max_length=12)
    to_state = models.CharField(max_length=12)

    class Meta:
        db_table = "application_transition"


class ApplicationStep(models.Model):
    """経過: one move from state to state. Append-only; each begins where the one before ended (foreign keys).

    `mandate`: under which `by` did it for the worker (PROXY-06).
    """

    pk = models.CompositePrimaryKey("application_id", "ordinal")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="path")
    ordinal = models.PositiveIntegerField()
    from_state = models.CharField(max_length=12)
    to_state = models.CharField(max_length=12)
    at = models.DateTimeField()
    by = models.CharField(max_length=40)
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        db_table = "application_step"


class ReviewHold(models.Model):
    """担当: the officer who has the case open, until a moment; then anybody may take it (APP-09)."""

    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, primary_key=True, related_name="hold"
    )
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        db_table = "review_hold"
