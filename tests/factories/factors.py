"""二段階の確認: an account with an app, and browsers in which its factor was given."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import encrypt
from django.test import Client

from ccus.domain.accounts.factors.codes import code_at
from ccus.domain.accounts.factors.rules import PERIOD_SECONDS
from ccus.domain.accounts.factors.terms import Factor
from ccus.domain.accounts.models import User
from ccus.entrance.proved import note_factor
from ccus.foundation.clock import now

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def with_app(account: User) -> User:
    """The account has an app and its recovery codes."""
    data = {"secret": encrypt(SECRET), "used": 0}
    Authenticator.objects.create(user=account, type=Factor.APP, data=data)
    RecoveryCodes.activate(account)
    return account


def code(later: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    return code_at(SECRET, int(now().timestamp()) // PERIOD_SECONDS + later)


def recovery_code(account: User) -> str:
    """A recovery code that was not used yet; the account gets its factors if it has none."""
    rows = Authenticator.objects.filter(user=account, type=Factor.RECOVERY)
    if not rows:
        with_app(account)
    return str(rows.get().wrap().get_unused_codes()[0])


def enter(client: Client, account: User) -> Client:
    """A browser in which somebody has signed in with all that has to be given."""
    client.force_login(account)
    session = client.session
    note_factor(session, at=now())
    session.save()
    return client
