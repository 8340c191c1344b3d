"""`manage.py appoint_officer NAME DUTY…`: appoints an officer and prints the sign-in, once (OFFICE-02)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from ccus.domain.accounts.actions import appoint_officer, change_duties
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import SYSTEM
from ccus.foundation import clock
from ccus.foundation.identifiers import digits_of, grouped
from ccus.foundation.refusals import Refusal

_DUTIES = "、".join(f"{duty} = {duty.label}" for duty in Duty)


class Command(BaseCommand):
    """係員の任命, or with --change the new duties of an officer who has been appointed."""

    help = f"運営主体の係員を任命し、ログインに使う番号と初期パスワードを一度だけ表示します。係: {_DUTIES}"

    def add_arguments(self, parser: CommandParser) -> None:
        """A name, or an ID with --change, and the duties."""
        parser.add_argument("who", help="係員の氏名。--change のときは、係員ID")
        parser.add_argument("duties", nargs="*", help=_DUTIES)
        parser.add_argument("--change", action="store_true", help="任命ずみの係員の係を、この係に変えます")

    def handle(self, *_args: Any, who: str, change: bool, **options: Any) -> None:
        duties = _duties(options["duties"])
        try:
            if change:
                change_duties(login_id=digits_of(who), duties=duties, by=SYSTEM, at=clock.now())
                self.stdout.write("係を変更しました。")
            else:
                self._appoint(who, duties)
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal

    def _appoint(self, name: str, duties: list[Duty]) -> None:
        opened = appoint_officer(name=name, duties=duties, by=SYSTEM, at=clock.now())
        self.stdout.write(f"ログイン        {reverse('office:sign-in')}")
        self.stdout.write(f"係員ID          {grouped(opened.account.login_id)}")
        self.stdout.write(f"初期パスワード  {opened.initial_password}")
        self.stdout.write("初期パスワードは、もう表示されません。60日以内にログインして、変更してください。")


def _duties(typed: list[str]) -> list[Duty]:
    unknown = [word for word in typed if word not in set(Duty)]
    if unknown:
        raise CommandError(f"「{'、'.join(unknown)}」という係はありません。係: {_DUTIES}")
    return [Duty(word) for word in typed]
