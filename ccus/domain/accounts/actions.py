"""アカウントの行為: opening one, changing its password, appointing officers."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from ccus.domain.accounts import policies, rules
from ccus.domain.accounts.models import Officer, User
from ccus.domain.accounts.sessions import forget_sessions
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.foundation.identifiers import Kind
from ccus.foundation.japanese import tidy
from ccus.foundation.numbering import with_new_number


@dataclass(frozen=True, slots=True)
class OpenedAccount:
    """開設したアカウント: the initial password exists in clear only here, for the card letter (カード台紙)."""

    account: User
    initial_password: str


@transaction.atomic
def open_account(*, login_id: str, by: Actor, at: datetime) -> OpenedAccount:
    """アカウントの開設: with an initial password of 13 letters, good for one change within 60 days (SIGN-05)."""
    initial = _new_initial()
    hashed = make_password(initial)
    account = User.objects.create(
        login_id=login_id,
        opened_at=at,
        password=hashed,
        initial_password=hashed,
        initial_password_until=at + rules.INITIAL_LASTS,
    )
    record(act=Act.ACCOUNT_OPENED, by=by, at=at, subject=("account", account.pk))
    return OpenedAccount(account, initial)


@transaction.atomic
def renew_initial_password(*, account: User, is_shown: bool = False, by: Actor, at: datetime) -> str:
    """新しい初期パスワード: the one before opens nothing any more (SIGN-05). Raises `InitialPasswordUsed`.

    The clear text exists only in what is returned. `is_shown`: a screen shows it, so that no letter does (PRINT-06).
    """
    held = User.objects.select_for_update().get(pk=account.pk)
    policies.require_initial_password(held)
    initial = _new_initial()
    held.password = held.initial_password = make_password(initial)
    held.initial_password_until = at + rules.INITIAL_LASTS
    held.shown_at = held.shown_at or (at if is_shown else None)
    held.save(update_fields=["password", "initial_password", "initial_password_until", "shown_at"])
    record(act=Act.INITIAL_PASSWORD_RENEWED, by=by, at=at, subject=("account", held.pk))
    return initial


@transaction.atomic
def reissue_password(*, account: User, by: Actor, at: datetime) -> str:
    """パスワードの再発行: a new initial password, also for whoever has set one; every session ends (SIGN-12).

    The clear text exists only in what is returned. The caller asks who may. Raises `AccountOver`.
    """
    held = User.objects.select_for_update().get(pk=account.pk)
    policies.require_open_account(held)
    initial = _new_initial()
    held.password = held.initial_password = make_password(initial)
    held.initial_password_until = at + rules.INITIAL_LASTS
    held.save(update_fields=["password", "initial_password", "initial_password_until"])
    forget_sessions(held.pk)
    record(act=Act.PASSWORD_REISSUED, by=by, at=at, subject=("account", held.pk))
    return initial


@transaction.atomic
def close_account(*, account: User, by: Actor, at: datetime) -> None:
    """アカウントの閉鎖: opens nothing from now on, and its sessions end (SIGN-12). Raises `AccountOver`."""
    held = User.objects.select_for_update().get(pk=account.pk)
    policies.require_open_account(held)
    held.closed_at = at
    held.save(update_fields=["closed_at"])
    forget_sessions(held.pk)
    record(act=Act.ACCOUNT_CLOSED, by=by, at=at, subject=("account", held.pk))


@transaction.atomic
def change_password(
    *,
    account: User,
    new: str,
    birth_on: date | None,
    about: Collection[str] = (),
    by: Actor,
    at: datetime,
    present: str = "",
) -> User:
    """パスワードの変更 (SIGN-04): ends the initial password and every other session of the account.

    Sessions end because each carries a digest of the password's hash. `present` is needed
    unless the initial password is being replaced. `about`: names and mail addresses of the owner, which a password
    does not hold. Raises `PresentPasswordWrong`, `PasswordRefused`.
    """
    held = User.objects.select_for_update().get(pk=account.pk)
    policies.require_present_password(held, present)
    policies.require_good_password(held, new, birth_on=birth_on, about=about)
    held.password = make_password(rules.normalised(new))
    was_initial = held.initial_password_until is not None
    held.initial_password_until = None
    held.own_password_at = held.own_password_at or at
    held.save(update_fields=["password", "initial_password_until", "own_password_at"])
    record(act=Act.PASSWORD_CHANGED, by=by, at=at, subject=("account", held.pk), was_initial=was_initial)
    return held


@transaction.atomic
def replace_password(
    *, account: User, new: str, birth_on: date | None, about: Collection[str], by: Actor, at: datetime
) -> User:
    """忘れたパスワードの入れ替え: as a change without the present one; every session ends, no factor does (RESET-09).

    The caller asks who may. Raises `AccountOver`, `PasswordRefused`.
    """
    held = User.objects.select_for_update().get(pk=account.pk)
    policies.require_open_account(held)
    policies.require_good_password(held, new, birth_on=birth_on, about=about)
    held.password = make_password(rules.normalised(new))
    held.initial_password_until = None
    held.own_password_at = held.own_password_at or at
    held.save(update_fields=["password", "initial_password_until", "own_password_at"])
    forget_sessions(held.pk)
    record(act=Act.PASSWORD_REPLACED, by=by, at=at, subject=("account", held.pk))
    return held


@transaction.atomic
def appoint_officer(*, name: str, duties: Collection[Duty], by: Actor, at: datetime) -> OpenedAccount:
    """係員の任命, by the system: an account with a 係員ID of its own, and at least one duty (OFFICE-02).

    Raises `NotAllowed`, `OfficerNameMissing`, `DutiesMissing`.
    """
    policies.require_system(by)
    known_as = tidy(name)
    policies.require_officer_name(known_as)
    policies.require_some_duty(duties)
    opened = with_new_number(Kind.OFFICER, lambda number: open_account(login_id=number, by=by, at=at))
    officer = Officer.objects.create(
        account=opened.account, name=known_as, duties=_in_order(duties), appointed_at=at
    )
    record(act=Act.OFFICER_APPOINTED, by=by, at=at, subject=("officer", officer.pk), duties=_in_order(duties))
    return opened


@transaction.atomic
def change_duties(*, login_id: str, duties: Collection[Duty], by: Actor, at: datetime) -> None:
    """係の変更, by the system: counts from the officer's next request; none is possible (OFFICE-02).

    Raises `NotAllowed`, `OfficerUnknown`.
    """
    policies.require_system(by)
    officer = Officer.objects.select_for_update().filter(account__login_id=login_id).first()
    if officer is None:
        raise policies.OfficerUnknown(login_id)
    before, officer.duties = officer.duties, _in_order(duties)
    officer.save(update_fields=["duties"])
    record(
        act=Act.OFFICER_DUTIES_CHANGED,
        by=by,
        at=at,
        subject=("officer", officer.pk),
        duties=officer.duties,
        before=before,
    )


def _in_order(duties: Collection[Duty]) -> list[str]:
    return [duty.value for duty in Duty if duty in duties]


def _new_initial() -> str:
    return "".join(secrets.choice(rules.INITIAL_ALPHABET) for _ in range(rules.INITIAL_LENGTH))
