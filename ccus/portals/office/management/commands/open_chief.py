"""`manage.py open_chief NUMBER NAME`: the first 事業者責任者 of a company, or a forgotten password (ORG-03, ORG-10)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.actions.seats import open_chief, renew_seat_password
from ccus.domain.companies.reading import company_numbered, seat_at
from ccus.foundation import clock
from ccus.foundation.identifiers import digits_of, grouped
from ccus.foundation.refusals import Refusal


class Command(BaseCommand):
    """事業者責任者の登録, or with --renew a new initial password for the one who forgot the own."""

    help = "事業者責任者を登録し、事業者IDと初期パスワードを一度だけ表示します。"

    def add_arguments(self, parser: CommandParser) -> None:
        """The company, and who signs in for it."""
        parser.add_argument("number", help="事業者ID(14桁)")
        parser.add_argument("name", nargs="?", default="", help="事業者責任者の氏名")
        parser.add_argument("--mail", default="", help="メールアドレス")
        parser.add_argument(
            "--renew", action="store_true", help="登録ずみの責任者の、新しい初期パスワードを作ります"
        )

    def handle(self, *_args: Any, number: str, name: str, mail: str, renew: bool, **_options: Any) -> None:
        login_id = digits_of(number)
        try:
            password = _renewed(login_id) if renew else _opened(login_id, name, mail)
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        self.stdout.write(f"ログイン        {reverse('company:sign-in')}")
        self.stdout.write(f"事業者ID        {grouped(login_id)}")
        self.stdout.write(f"初期パスワード  {password}")
        self.stdout.write("初期パスワードは、もう表示されません。60日以内にログインして、変更してください。")


def _opened(number: str, name: str, mail: str) -> str:
    company = company_numbered(number)
    if company is None:
        raise CommandError(f"事業者ID {number} の事業者はいません。14桁の番号を確かめてください。")
    opened = open_chief(company=company, name=name, mail=mail, by=SYSTEM, at=clock.now())
    return opened.initial_password if opened else ""


def _renewed(number: str) -> str:
    company = company_numbered(number)
    chief = seat_at(company.pk, number) if company else None
    if chief is None:
        raise CommandError(
            f"事業者ID {number} でログインする事業者責任者はいません。番号を確かめてください。"
        )
    return renew_seat_password(seat=chief, by=SYSTEM, at=clock.now())
