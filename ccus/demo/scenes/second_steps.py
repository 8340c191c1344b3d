"""二段階の確認 of the cast: one app for all, whose code `bin/demo --code` shows to whoever has no telephone."""

from datetime import datetime
from typing import Any

from ccus.demo.plan.roles import APP_SECRET
from ccus.domain.accounts.factors.actions import add_app, renew_recovery_codes
from ccus.domain.accounts.factors.codes import code_at
from ccus.domain.accounts.factors.rules import PERIOD_SECONDS
from ccus.domain.audit.terms import Actor


def give_app(account: Any, by: Actor, at: datetime) -> None:
    """The account has the app of the cast, and recovery codes of its own."""
    add_app(account=account, secret=APP_SECRET, code=code_on(at), by=by, at=at)
    renew_recovery_codes(account=account, by=by, at=at)


def code_on(at: datetime) -> str:
    """What the app of the cast shows at an instant."""
    return code_at(APP_SECRET, int(at.timestamp()) // PERIOD_SECONDS)
