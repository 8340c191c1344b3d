"""利用者の行為: opening, changing and closing the accounts of a company (ORG-02, ORG-07, ORG-08, ORG-10)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.actions import OpenedAccount, close_account, open_account, reissue_password
from ccus.domain.accounts.factors.reading import rows_of
from ccus.domain.accounts.models import User
from ccus.domain.accounts.policies import require_open_account
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.companies.logins import mail_login
from ccus.domain.companies.models import Company, Seat, Unit
from ccus.domain.companies.present import is_workers_own, seat_at_work, unit_at_work
from ccus.domain.companies.reach import require_may_give, require_over, require_over_person
from ccus.domain.companies.rules import readable_person
from ccus.domain.companies.seat_fees import charge_for_seat
from ccus.domain.companies.terms import Role
from ccus.domain.notices.texts import Text
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.identifiers import Kind
from ccus.foundation.numbering import with_new_number
from ccus.foundation.refusals import Refusal


class UnitMissing(Refusal):
    """組織の選びもれ: a 階層管理者 belongs to a unit (ORG-06)."""


class ChiefThere(Refusal):
    """事業者責任者の重なり: a company has one (ORG-03)."""


class ChiefMissing(Refusal):
    """事業者責任者なし: there is nobody to take over from (ORG-03)."""


class AccountSeated(Refusal):
    """利用中のID: somebody signs in for a company with it already (ORG-02)."""


class ChiefStays(Refusal):
    """事業者責任者: is handed over, neither closed nor made something else (ORG-03)."""


class OwnPassword(Refusal):
    """本人のパスワード: not made new by the company (ORG-10)."""


@transaction.atomic
def open_chief(
    *, company: Company, name: str, mail: str, account: User | None = None, by: Actor, at: datetime
) -> OpenedAccount | None:
    """事業者責任者の登録, by the office: the account signs in with the 事業者ID (ORG-03).

    `account`: a 一人親方's own; then none is opened, and None is returned. The caller hands the password over.
    Raises `ChiefThere`, `AccountSeated`, `AccountOver`, `PersonUnreadable`, `Unreadable`, `NotAllowed`.
    """
    require_office(by)
    one_at_a_time("organisation", company.pk)
    name, mail = readable_person(name, mail)
    if company.seats.filter(role=Role.CHIEF, closed_at=None).exists():
        raise _chief_there(company)
    if account is None:
        opened = _account_of_the_company(company, by=by, at=at)
        held = opened.account
    else:
        opened, held = None, User.objects.get(pk=account.pk)
        require_open_account(held)
    seat = _seated(company, held, Role.CHIEF, name, mail, by=by, at=at)
    record(act=Act.SEAT_OPENED, by=by, at=at, subject=("seat", seat.pk), company=company.pk, role=Role.CHIEF)
    return opened


@transaction.atomic
def hand_over_chief(
    *, company: Company, name: str, mail: str = "", by_mail: bool = False, by: Actor, at: datetime
) -> OpenedAccount:
    """責任者の交代: the next one signs in with the 事業者ID and a new initial password; whoever was it before is
    signed out at once (ORG-03). Raises `ChiefMissing`, `NotAllowed`, `PersonUnreadable`, `Unreadable`, `MailMissing`.
    """
    one_at_a_time("organisation", company.pk)
    require_over(by, company, None)
    name, mail = readable_person(name, mail)
    before = company.seats.select_related("account").filter(role=Role.CHIEF, closed_at=None).first()
    if before is None:
        raise ChiefMissing(
            f"{company.name}には、事業者責任者がいません。お問い合わせセンターに連絡してください。"
        )
    before.closed_at = at
    before.save(update_fields=["closed_at"])
    opened = _account_of_the_company(company, by=by, at=at)
    seat = _seated(company, opened.account, Role.CHIEF, name, mail, by=by, at=at)
    if by_mail:
        mail_login(seat, opened.initial_password, text=Text.SEAT_LOGIN, at=at)
    record(
        act=Act.CHIEF_HANDED_OVER,
        by=by,
        at=at,
        subject=("seat", seat.pk),
        company=company.pk,
        before=before.pk,
    )
    return opened


@transaction.atomic
def open_seat(
    *,
    company: Company,
    role: Role,
    name: str,
    mail: str = "",
    unit: Unit | None = None,
    by_mail: bool = False,
    by: Actor,
    at: datetime,
) -> OpenedAccount:
    """利用者の追加: an account with a 管理者ID of its own (ORG-02). `by_mail`: ID and password go to that address.

    Raises `NotAllowed`, `PersonUnreadable`, `Unreadable`, `MailMissing`, `UnitMissing`, `UnitClosed`.
    """
    one_at_a_time("organisation", company.pk)
    unit = unit_at_work(unit, company) if unit else None
    require_may_give(by, company, role, unit)
    _require_unit(role, unit)
    name, mail = readable_person(name, mail)
    opened = with_new_number(Kind.MANAGER, lambda number: open_account(login_id=number, by=by, at=at))
    seat = _seated(company, opened.account, role, name, mail, unit=unit, by=by, at=at)
    if by_mail:
        mail_login(seat, opened.initial_password, text=Text.SEAT_LOGIN, at=at)
    record(act=Act.SEAT_OPENED, by=by, at=at, subject=("seat", seat.pk), company=company.pk, role=role)
    return opened


@transaction.atomic
def change_seat(
    *, seat: Seat, role: Role, name: str, mail: str = "", unit: Unit | None = None, by: Actor, at: datetime
) -> None:
    """利用者の変更: counts from the next request of that account (ORG-08).

    Raises as `open_seat` does, and `ChiefStays`, `SeatClosed`.
    """
    one_at_a_time("organisation", seat.company_id)
    held = seat_at_work(seat)
    unit = unit_at_work(unit, held.company) if unit else None
    require_over_person(by, held.company, Role(held.role), held.unit)
    if (role is Role.CHIEF) is not (held.role == Role.CHIEF):
        raise ChiefStays(
            "事業者責任者は、権限の変更では変えられません。「責任者の交代」を使ってください。", "role"
        )
    if role is not Role.CHIEF:
        require_may_give(by, held.company, role, unit)
        _require_unit(role, unit)
        held.unit = unit
    before, held.role = held.role, role
    held.name, held.mail = readable_person(name, mail)
    held.save(update_fields=["role", "unit", "name", "mail"])
    charge_for_seat(held, by=by, at=at)
    record(
        act=Act.SEAT_CHANGED,
        by=by,
        at=at,
        subject=("seat", held.pk),
        company=held.company_id,
        role=role,
        before=before,
    )


@transaction.atomic
def close_seat(*, seat: Seat, by: Actor, at: datetime) -> None:
    """利用者を閉じる: the account opens nothing any more, and its session ends (ORG-08).

    Raises `ChiefStays`, `SeatClosed`, `NotAllowed`.
    """
    one_at_a_time("organisation", seat.company_id)
    held = seat_at_work(seat)
    require_over_person(by, held.company, Role(held.role), held.unit)
    if held.role == Role.CHIEF:
        raise ChiefStays("事業者責任者は、いつも一人います。閉じないで、「責任者の交代」を使ってください。")
    held.closed_at = at
    held.save(update_fields=["closed_at"])
    close_account(account=held.account, by=by, at=at)
    record(act=Act.SEAT_CLOSED, by=by, at=at, subject=("seat", held.pk), company=held.company_id)


@transaction.atomic
def renew_seat_password(*, seat: Seat, by_mail: bool = False, by: Actor, at: datetime) -> str:
    """パスワードを作り直す, for somebody who forgot it: a new initial password, every session ends (ORG-10).

    Passkeys end too: the next at the desk may be somebody else. A 事業者責任者 keeps the second factor (SIGN-26).

    Raises `OwnPassword`, `SeatClosed`, `MailMissing`, `NotAllowed`.
    """
    one_at_a_time("organisation", seat.company_id)
    held = seat_at_work(seat)
    require_over_person(by, held.company, Role(held.role), held.unit)
    if held.role == Role.CHIEF and by.kind is not ActorKind.SYSTEM:
        raise OwnPassword(
            "事業者責任者のパスワードは、「パスワード変更」で変えてください。忘れたときは、お問い合わせセンターに連絡してください。"
        )
    if is_workers_own(held.account):
        raise OwnPassword("この利用者は、技能者IDでログインしています。パスワードは、技能者本人のものです。")
    initial = reissue_password(account=held.account, by=by, at=at)
    if held.role != Role.CHIEF:
        rows_of(held.account_id).delete()
    if by_mail:
        mail_login(held, initial, text=Text.SEAT_PASSWORD, at=at)
    record(act=Act.SEAT_PASSWORD_RENEWED, by=by, at=at, subject=("seat", held.pk), company=held.company_id)
    return initial


def _seated(
    company: Company,
    account: User,
    role: Role,
    name: str,
    mail: str,
    *,
    unit: Unit | None = None,
    by: Actor,
    at: datetime,
) -> Seat:
    taken = AccountSeated("このIDは、すでに事業者の利用者として使われています。ほかのIDを選んでください。")
    with refusing({"seat_one_chief": _chief_there(company), "seat_one_of_an_account": taken}):
        seat = Seat.objects.create(
            company=company,
            account=account,
            role=role,
            unit=unit,
            name=name,
            mail=mail,
            opened_at=at,
            opened_by=str(by),
        )
    charge_for_seat(seat, by=by, at=at)  # FEE-11
    return seat


def _account_of_the_company(company: Company, *, by: Actor, at: datetime) -> OpenedAccount:
    """The account whose ID is the 事業者ID, with a new initial password; no factor of the one before stays (ORG-03)."""
    held = User.objects.filter(login_id=company.number).first()
    if held is None:
        return open_account(login_id=company.number, by=by, at=at)
    rows_of(held.pk).delete()
    return OpenedAccount(held, reissue_password(account=held, by=by, at=at))


def _chief_there(company: Company) -> ChiefThere:
    return ChiefThere(
        f"{company.name}には、すでに事業者責任者がいます。代わるときは、「責任者の交代」を使ってください。"
    )


def _require_unit(role: Role, unit: Unit | None) -> None:
    if role is Role.TIER and unit is None:
        raise UnitMissing("階層管理者の組織が選ばれていません。管理する組織を選んでください。", "unit")
