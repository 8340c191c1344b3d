"""申請者本人: who signs in with a 申請用ログインID."""

from dataclasses import dataclass

from ccus.domain.applications.models import Applicant


@dataclass(frozen=True, slots=True)
class ApplicantMe:
    """申請者本人: the applicant behind an account; `worker` is there once the registration was approved.

    `is_over`: the worker has set a password; from then on only the 技能者ID opens anything (APP-15).
    """

    applicant: int
    account: int
    name: str
    kana: str
    mail: str
    worker: int | None
    is_over: bool


def applicant_of(account: int) -> ApplicantMe | None:
    """The applicant who signs in with this account; None for accounts of others."""
    columns = ("pk", "account", "name", "kana", "mail", "worker", "worker__account__own_password_at")
    row = Applicant.objects.filter(account=account).values_list(*columns).first()
    if row is None:
        return None
    key, account_id, name, kana, mail, worker, own_password_at = row
    return ApplicantMe(key, account_id, name, kana, mail, worker, own_password_at is not None)


def applicant_before(worker: int) -> int | None:
    """The applicant that a worker was before the registration was approved; None for whoever never filed one."""
    return Applicant.objects.filter(worker=worker).values_list("pk", flat=True).first()
