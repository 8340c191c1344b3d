"""`manage.py demo_sign_ins`: where to look and with what to sign in, for the standing cast of the invented country."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection

from ccus.demo.plan.roles import GATE_TOKEN, INITIAL_PASSWORD, PASSWORD, ROLES, Role
from ccus.foundation.identifiers import grouped

_UNKNOWN_CARD = "0114000000000001"
_CARDS = """
select w.number, c.token from worker w join card c on c.worker_id = w.id
left join card_revocation v on v.card_id = c.id
where v.id is null and w.number = any(%s) order by c.serial
"""


class Command(BaseCommand):
    """見本のログイン: prints IDs, passwords, the gate's address and card numbers to type at it."""

    help = "仮の国の見本の技能者（ID とパスワード）、デモのゲートの住所、入力するカード番号を表示します。"

    def handle(self, *_args: Any, **_options: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_CARDS, [[role.number for role in ROLES]])
            cards = dict(cursor.fetchall())
        if not cards:
            self.stdout.write("このデータベースに仮の国はありません。manage.py seed_demo で作れます。")
            return
        self.stdout.write(f"\nポータル  {settings.PUBLIC_URL}/")
        for role in ROLES:
            self._introduce(role)
        self.stdout.write(f"\nゲート    {settings.READER_URL}/gate/#token={GATE_TOKEN}")
        self.stdout.write("  カードリーダーの代わりに、番号を打って Enter を押します。")
        for role in ROLES:
            self.stdout.write(f"  {cards[role.number]}  {role.name.official}: {role.at_gate}")
        self.stdout.write(f"  {_UNKNOWN_CARD}  登録されていないカード: 赤\n")

    def _introduce(self, role: Role) -> None:
        password = INITIAL_PASSWORD if role.has_initial_password else PASSWORD
        self.stdout.write(f"  {grouped(role.number)}  {password:<18}  {role.name.official}: {role.shows}")
