"""ログインの要素を読む: what an account has, without any secret."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator

from ccus.domain.accounts.factors.rules import RECOVERY_CODES
from ccus.domain.accounts.factors.terms import Factor


@dataclass(frozen=True, slots=True)
class PasskeyShown:
    """パスキー: `key` names it in forms, `name` as its owner called the device."""

    key: str
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class AppShown:
    """確認コードのアプリ."""

    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class FactorsShown:
    """本人の要素; `codes_left`: recovery codes that were not used yet."""

    passkeys: tuple[PasskeyShown, ...]
    app: AppShown | None
    codes_left: int

    @property
    def count(self) -> int:
        """Second factors; recovery codes are none by themselves."""
        return len(self.passkeys) + (self.app is not None)


def rows_of(account: int, *kinds: Factor) -> Any:
    """The rows of an account, the oldest first."""
    rows = Authenticator.objects.filter(user=account).order_by("pk")
    return rows.filter(type__in=kinds) if kinds else rows


def has_second_factor(account: int) -> bool:
    """二段階の確認ができるか: a passkey or an app (SIGN-20)."""
    return bool(rows_of(account, Factor.PASSKEY, Factor.APP).exists())


def has_passkey(account: int) -> bool:
    """Whether 「顔や指紋でログイン」 is set up on any device."""
    return bool(rows_of(account, Factor.PASSKEY).exists())


def factors_of(account: int) -> FactorsShown:
    """What the owner sees of the own factors. One statement."""
    rows = list(rows_of(account))
    app = next((row for row in rows if row.type == Factor.APP), None)
    codes = next((row for row in rows if row.type == Factor.RECOVERY), None)
    return FactorsShown(
        tuple(
            PasskeyShown(row.data["key"], row.data["name"], row.created_at, row.last_used_at)
            for row in rows
            if row.type == Factor.PASSKEY
        ),
        AppShown(app.created_at, app.last_used_at) if app else None,
        RECOVERY_CODES - int(codes.data["used_mask"]).bit_count() if codes else 0,
    )
