"""`manage.py restart_factors LOGIN_ID REASON`: a new start for whoever lost every second factor (SIGN-26)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ccus.domain.accounts.factors.actions import restart_factors
from ccus.domain.accounts.factors.policies import AccountUnknown
from ccus.domain.accounts.factors.terms import RestartReason
from ccus.domain.accounts.officers import officer_by_login
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.factors import chief_by_login
from ccus.foundation import clock
from ccus.foundation.identifiers import digits_of

_REASONS = "、".join(f"{reason} = {reason.label}" for reason in RestartReason)


class Command(BaseCommand):
    """二段階の確認のやり直し, of an officer or of a 事業者責任者."""

    help = f"端末も回復コードもなくした係員か事業者責任者の、二段階の確認をやり直しにします。理由: {_REASONS}"

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, and why."""
        parser.add_argument("login_id", help="係員ID、または事業者責任者がログインに使うID（14桁）")
        parser.add_argument("reason", choices=[*RestartReason], help=_REASONS)

    def handle(self, *_args: Any, login_id: str, reason: str, **_options: Any) -> None:
        number = digits_of(login_id)
        chief = chief_by_login(number)
        account = officer_by_login(number) or (chief.account if chief else None)
        if account is None:
            raise CommandError(AccountUnknown(number).sentence)
        restart_factors(account=account, reason=RestartReason(reason), by=SYSTEM, at=clock.now())
        self.stdout.write("やり直しにしました。次のログインで、新しく登録してください。")
