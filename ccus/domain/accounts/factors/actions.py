"""ログインの要素の行為: setting up, removing, new recovery codes, a new start (SIGN-20 to SIGN-26).

That the password or a factor was given a moment ago, the caller asks (SIGN-23).
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import encrypt
from django.db import transaction

from ccus.domain.accounts.factors import policies
from ccus.domain.accounts.factors.codes import matching_counter
from ccus.domain.accounts.factors.reading import rows_of
from ccus.domain.accounts.factors.rules import LONGEST_NAME, MOST_PASSKEYS
from ccus.domain.accounts.factors.terms import Factor, RestartReason
from ccus.domain.accounts.models import User
from ccus.domain.accounts.sessions import forget_sessions
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.foundation.japanese import tidy


@transaction.atomic
def add_passkey(
    *, account: User, name: str, credential: Mapping[str, object], by: Actor, at: datetime
) -> None:
    """顔や指紋でのログインの登録: a credential that the browser made and the caller verified (SIGN-22).

    Raises `TooManyPasskeys`.
    """
    _locked(account)
    if rows_of(account.pk, Factor.PASSKEY).count() >= MOST_PASSKEYS:
        raise policies.TooManyPasskeys
    called = tidy(name)[:LONGEST_NAME] or "名前のない端末"
    data = {"key": str(uuid4()), "name": called, "credential": credential}
    Authenticator.objects.create(user=account, type=Factor.PASSKEY, data=data, created_at=at)
    _record(Act.FACTOR_ADDED, account, Factor.PASSKEY, by=by, at=at)


@transaction.atomic
def add_app(*, account: User, secret: str, code: str, by: Actor, at: datetime) -> None:
    """確認コードのアプリの登録, proved by a code of it; the app before it, if any, opens nothing any more (SIGN-20).

    `secret`: 32 letters of base32. Raises `CodeWrong`.
    """
    _locked(account)
    used = matching_counter(secret, code, at=at)
    if used is None:
        raise policies.CodeWrong
    rows_of(account.pk, Factor.APP).delete()
    data = {"secret": encrypt(secret), "used": used}
    Authenticator.objects.create(user=account, type=Factor.APP, data=data, created_at=at)
    _record(Act.FACTOR_ADDED, account, Factor.APP, by=by, at=at)


@transaction.atomic
def remove_factor(*, account: User, which: str, is_required: bool, by: Actor, at: datetime) -> None:
    """要素を消す: a passkey by its key, or the app by `totp`; with the last one go the recovery codes (SIGN-23).

    Raises `FactorUnknown`, `LastFactor`.
    """
    _locked(account)
    seconds = list(rows_of(account.pk, Factor.PASSKEY, Factor.APP))
    row = next((each for each in seconds if which in {each.data.get("key"), each.type}), None)
    if row is None:
        raise policies.FactorUnknown
    if len(seconds) == 1 and is_required:
        raise policies.LastFactor
    row.delete()
    if len(seconds) == 1:
        rows_of(account.pk).delete()
    _record(Act.FACTOR_REMOVED, account, Factor(row.type), by=by, at=at)


@transaction.atomic
def renew_recovery_codes(*, account: User, by: Actor, at: datetime) -> list[str]:
    """新しい回復コード: ten of eight digits, each good once; those before open nothing (SIGN-20). Shown only here."""
    _locked(account)
    rows_of(account.pk, Factor.RECOVERY).delete()
    codes: list[str] = RecoveryCodes.activate(account).generate_codes()
    _record(Act.FACTOR_ADDED, account, Factor.RECOVERY, by=by, at=at)
    return codes


@transaction.atomic
def restart_factors(*, account: User, reason: RestartReason, by: Actor, at: datetime) -> None:
    """要素のやり直し: factors and sessions end, the next sign-in sets up anew (SIGN-26).

    Raises `NotAllowed`.
    """
    policies.require_may_restart(by, account)
    _locked(account)
    rows_of(account.pk).delete()
    forget_sessions(account.pk)
    record(act=Act.FACTORS_RESTARTED, by=by, at=at, subject=("account", account.pk), reason=reason.value)


def _locked(account: User) -> None:
    """One change of an account's factors at a time."""
    User.objects.select_for_update().get(pk=account.pk)


def _record(act: Act, account: User, factor: Factor, *, by: Actor, at: datetime) -> None:
    record(act=act, by=by, at=at, subject=("account", account.pk), factor=factor.value)
