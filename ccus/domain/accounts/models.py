"""Accounts."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Accounts are opened by `accounts.actions`; the manager only finds them."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(login_id=username)


class User(AbstractBaseUser):
    """アカウント: a 14-digit ID and a password. What it belongs to points here, never the reverse (SIGN-01).

    `initial_password_until` is set while the password printed on the card letter still opens the account;
    `initial_password` keeps its hash, so that it cannot be chosen again (D-06). `own_password_at` is set once, with the
    first password that the owner chose (APP-15), `shown_at` with the first initial password that a screen showed
    (PRINT-06).
    """

    id = models.BigAutoField(primary_key=True)
    login_id = models.CharField("技能者ID", max_length=14, unique=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    initial_password = models.CharField(max_length=128, blank=True)
    initial_password_until = models.DateTimeField(null=True)
    own_password_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)
    language = models.CharField(max_length=10, default="ja")

    USERNAME_FIELD = "login_id"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        db_table = "account"
        constraints = [
            models.CheckConstraint(
                name="account_login_id_14_digits", condition=models.Q(login_id__regex=r"^[0-9]{14}$")
            )
        ]

    @property
    def is_active(self) -> bool:  # type: ignore[override] # Django's is a plain attribute; ours follows closed_at
        """An account that was closed (退会) opens nothing."""
        return self.closed_at is None


class SignInWindow(models.Model):
    """ログイン試行の数: failed tries of one account or one network within one window, counted by one upsert."""

    key = models.CharField(max_length=80)
    window_start = models.DateTimeField()
    tries = models.PositiveIntegerField()
    pk = models.CompositePrimaryKey("key", "window_start")

    class Meta:
        db_table = "sign_in_window"


class Officer(models.Model):
    """係員: somebody of the operator's office (運営主体), with the duties that decide what opens (OFFICE-01)."""

    id = models.BigAutoField(primary_key=True)
    account = models.OneToOneField(User, on_delete=models.PROTECT, related_name="officer")
    name = models.CharField("氏名", max_length=120)
    duties = ArrayField(models.CharField(max_length=20))
    appointed_at = models.DateTimeField()

    class Meta:
        db_table = "officer"


class AccountSession(models.Model):
    """ログイン中の端末: what the owner of an account sees of one of its sessions (SIGN-24). `device` in words."""

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField(unique=True)
    account = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=80)
    began_at = models.DateTimeField()
    used_at = models.DateTimeField()

    class Meta:
        db_table = "account_session"
