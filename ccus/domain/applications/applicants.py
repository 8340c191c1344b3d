"""申請者本人: who signs in with a 申請用ログインID."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from ccus.domain.applications.models import Applicant
from ccus.domain.companies.models import Seat


@dataclass(frozen=True, slots=True)
class ApplicantMe:
    """申請者本人: the applicant behind an account; `worker` or `company` is there once the registration was approved.

    `is_over`: whoever was registered has set a password; from then on only that ID opens anything (APP-15).
    """

    applicant: int
    account: int
    name: str
    kana: str
    mail: str
    is_for_company: bool
    worker: int | None
    company: int | None
    is_over: bool


def applicant_of(account: int) -> ApplicantMe | None:
    """The applicant who signs in with this account; None for accounts of others."""
    columns = ("pk", "account", "name", "kana", "mail", "is_for_company", "worker", "company")
    seats = Seat.objects.filter(company=OuterRef("company"), account__own_password_at__isnull=False)
    row = (
        Applicant.objects.filter(account=account)
        .values_list(*columns, "worker__account__own_password_at", Exists(seats))
        .first()
    )
    if row is None:
        return None
    key, held, name, kana, mail, is_for_company, worker, company, own_password_at, has_worked = row
    is_over = own_password_at is not None or has_worked
    return ApplicantMe(key, held, name, kana, mail, is_for_company, worker, company, is_over)


def applicant_before(worker: int) -> int | None:
    """The applicant that a worker was before the registration was approved; None for whoever never filed one."""
    return Applicant.objects.filter(worker=worker).values_list("pk", flat=True).first()
