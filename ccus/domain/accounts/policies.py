"""アカウントの決まりを確かめる: passwords that may be chosen, initial passwords that still open."""

from collections.abc import Collection
from datetime import date, datetime
from functools import cache

from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.password_validation import CommonPasswordValidator

from ccus.domain.accounts import rules
from ccus.domain.accounts.models import User
from ccus.domain.accounts.terms import Duty, PasswordFault
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
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


class InitialPasswordUsed(Refusal):
    """初期パスワードの使用済み: its owner has set a password since (SIGN-05)."""

    def __init__(self) -> None:
        super().__init__(
            "パスワードは、すでに設定されています。設定したパスワードでログインしてください。"
            "忘れたときは、お問い合わせセンターに連絡してください。"
        )


class AccountOver(Refusal):
    """閉じたアカウント (SIGN-12)."""

    def __init__(self) -> None:
        super().__init__("このIDは、もう使えません。新しい利用者として登録してください。")


class PresentPasswordWrong(Refusal):
    """今のパスワードが違う (SIGN-09)."""

    def __init__(self) -> None:
        super().__init__(
            "今のパスワードが違います。ログインに使ったパスワードを、もう一度入力してください。", "present"
        )


class OfficerNameMissing(Refusal):
    """係員の氏名の誤り: none, or too long (OFFICE-02)."""


class DutiesMissing(Refusal):
    """係の選びもれ (OFFICE-02)."""

    def __init__(self) -> None:
        words = "、".join(f"{duty}（{duty.label}）" for duty in Duty)
        super().__init__(
            f"係が一つも選ばれていません。次の中から、一つ以上選んでください：{words}。", "duties"
        )


class OfficerUnknown(Refusal):
    """係員なし: nobody is appointed under this ID."""

    def __init__(self, login_id: str) -> None:
        super().__init__(f"係員ID {login_id} の係員はいません。14桁の番号を確かめてください。", "login_id")


def require_system(by: Actor) -> None:
    """Refuse everybody but the system itself: commands on the server (OFFICE-02)."""
    if by.kind is not ActorKind.SYSTEM:
        raise NotAllowed("係員の任命と係の変更は、サーバーの管理者だけができます。管理者に頼んでください。")


def require_officer_name(name: str) -> None:
    """Refuse an officer without a name, or with one longer than its column (OFFICE-02)."""
    if not 1 <= len(name) <= rules.LONGEST_OFFICER_NAME:
        raise OfficerNameMissing(
            f"係員の氏名は、1文字以上{rules.LONGEST_OFFICER_NAME}文字以内にしてください（今は{len(name)}文字です）。",
            "name",
        )


def require_some_duty(duties: Collection[Duty]) -> None:
    """Refuse an appointment to nothing (OFFICE-02)."""
    if not duties:
        raise DutiesMissing


def signed_in(user: User | AnonymousUser) -> User:
    """The account behind a request. Raises `NotSignedIn`."""
    if isinstance(user, AnonymousUser):
        raise NotSignedIn
    return user


@cache
def common_passwords() -> frozenset[str]:
    """Twenty thousand passwords that people often choose, in lower case."""
    return frozenset(CommonPasswordValidator().passwords)


def require_good_password(
    account: User, new: str, *, birth_on: date | None, about: Collection[str] = ()
) -> None:
    """Refuse a password that is weak, about its owner, the initial one or the present one (SIGN-04)."""
    fault = rules.password_fault(
        new, login_id=account.login_id, birth_on=birth_on, common=common_passwords(), about=about
    )
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


def require_initial_password(account: User) -> None:
    """Refuse a new initial password for whoever has set one already, or has left (SIGN-05)."""
    if not must_change_password(account) or not account.is_active:
        raise InitialPasswordUsed


def require_open_account(account: User) -> None:
    """Refuse what needs an account that still opens something (SIGN-12)."""
    if not account.is_active:
        raise AccountOver


def must_change_password(account: User) -> bool:
    """初期パスワードのまま: every page but the change of password is closed (SIGN-05)."""
    return account.initial_password_until is not None
