"""アカウントの決まりを確かめる: passwords that may be chosen, initial passwords that still open."""

from datetime import date, datetime
from functools import cache

from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.password_validation import CommonPasswordValidator

from ccus.domain.accounts import rules
from ccus.domain.accounts.models import User
from ccus.domain.accounts.terms import PasswordFault
from ccus.foundation.refusals import Refusal


class NotSignedIn(Refusal):
    """ログインしていない."""

    def __init__(self) -> None:
        super().__init__("ログインしてから、もう一度お試しください。")


class PasswordRefused(Refusal):
    """パスワードを設定できない (SIGN-04)."""

    def __init__(self, fault: PasswordFault) -> None:
        super().__init__(f"新しいパスワード{fault}", "new")
        self.fault = fault


class InitialPasswordExpired(Refusal):
    """初期パスワードの期限切れ (SIGN-05)."""

    def __init__(self) -> None:
        super().__init__(
            "初期パスワードの期限（60日）が過ぎています。お問い合わせセンターに、新しい初期パスワードを申し込んでください。"
        )


class PresentPasswordWrong(Refusal):
    """今のパスワードが違う (SIGN-09)."""

    def __init__(self) -> None:
        super().__init__(
            "今のパスワードが違います。ログインに使ったパスワードを、もう一度入力してください。", "present"
        )


def signed_in(user: User | AnonymousUser) -> User:
    """The account behind a request. Raises `NotSignedIn`."""
    if isinstance(user, AnonymousUser):
        raise NotSignedIn
    return user


@cache
def common_passwords() -> frozenset[str]:
    """Twenty thousand passwords that people often choose, in lower case."""
    return frozenset(CommonPasswordValidator().passwords)


def require_good_password(account: User, new: str, *, birth_on: date | None) -> None:
    """Refuse a password that is weak, about its owner, the initial one or the present one (SIGN-04)."""
    fault = rules.password_fault(new, login_id=account.login_id, birth_on=birth_on, common=common_passwords())
    if (
        fault is None
        and account.initial_password
        and check_password(rules.normalised(new), account.initial_password)
    ):
        fault = PasswordFault.INITIAL
    if (
        fault is None
        and not must_change_password(account)
        and check_password(rules.normalised(new), account.password)
    ):
        fault = PasswordFault.SAME
    if fault is not None:
        raise PasswordRefused(fault)


def require_present_password(account: User, present: str) -> None:
    """Refuse a change by somebody who only found the device unlocked (SIGN-09).

    The initial password needs no proof: it was typed a moment ago.
    """
    if not must_change_password(account) and not check_password(rules.normalised(present), account.password):
        raise PresentPasswordWrong


def require_usable_password(account: User, *, at: datetime) -> None:
    """Refuse an initial password that lay unused for 60 days (SIGN-05)."""
    if account.initial_password_until is not None and at >= account.initial_password_until:
        raise InitialPasswordExpired


def must_change_password(account: User) -> bool:
    """初期パスワードのまま: every page but the change of password is closed (SIGN-05)."""
    return account.initial_password_until is not None
