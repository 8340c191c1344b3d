"""`manage.py demo_sign_ins`: where to look and with what to sign in, in the invented country."""

from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.management.base import BaseCommand
from django.db import connection
from django.urls import reverse

from ccus.demo.plan.roles import APP_SECRET, GATE_TOKEN, INITIAL_PASSWORD, PASSWORD, ROLES
from ccus.demo.scenes.applicants import NEWCOMERS
from ccus.demo.scenes.firms import CLERKS
from ccus.demo.scenes.office import POSTS
from ccus.foundation.identifiers import grouped

_UNKNOWN_CARD = "0114000000000001"
_CARDS = """
select w.number, c.token from worker w join card c on c.worker_id = w.id
left join card_revocation v on v.card_id = c.id
where v.id is null and w.number = any(%s) order by c.serial
"""
_ACCOUNTS = "select login_id, login_id, password from account where login_id = any(%s)"
_OFFICERS = "select o.name, a.login_id, a.password from officer o join account a on a.id = o.account_id"
_CLERKS = "select s.name, a.login_id, a.password from seat s join account a on a.id = s.account_id"
_APPLICANTS = "select p.mail, a.login_id, a.password from applicant p join account a on a.id = p.account_id"
_CHANGED = "（変更ずみ）"


class Command(BaseCommand):
    """見本のログイン: prints addresses, IDs, passwords, and card numbers to type at the gate."""

    help = "仮の国のページの住所、見本の方のIDとパスワード、ゲートに入力するカード番号を表示します。"

    def handle(self, *_args: Any, **_options: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(_CARDS, [[role.number for role in ROLES]])
            cards = dict(cursor.fetchall())
        if not cards:
            self.stdout.write("このデータベースに仮の国はありません。manage.py seed_demo で作れます。")
            return
        workers = {role.number: f"{role.name.official}: {role.shows}" for role in ROLES}
        officers = {post.name: f"{post.name}: {post.shows}" for post in POSTS}
        clerks = {clerk.name: f"{clerk.firm} {clerk.name}: {clerk.shows}" for clerk in CLERKS}
        applicants = {person.mail: f"{person.name}: {person.shows}" for person in NEWCOMERS if person.shows}
        self.stdout.write(f"\nホームページ  {settings.PUBLIC_URL}/")
        self.stdout.write("  はじめて登録する方のメールは、1分以内にここに届きます:")
        self.stdout.write(f"  {getattr(settings, 'EMAIL_FILE_PATH', '') or '（メールサーバー）'}")
        self._introduce("技能者ポータル", "account_login", workers, _ACCOUNTS, list(workers))
        self._introduce("事業者ポータル", "company:sign-in", clerks, _CLERKS)
        self._show_code()
        self._introduce("申請の窓口", "filing:sign-in", applicants, _APPLICANTS)
        self._introduce("運営主体", "office:sign-in", officers, _OFFICERS)
        self._show_code()
        self._show_gate(cards)

    def _introduce(
        self, title: str, page: str, people: dict[str, str], query: str, *given: list[str]
    ) -> None:
        """People of one side; `people` in the words of the demo by what the query calls them."""
        with connection.cursor() as cursor:
            cursor.execute(query, given)
            accounts = {known: (login_id, password) for known, login_id, password in cursor.fetchall()}
        self.stdout.write(f"\n{title}  {settings.PUBLIC_URL}{reverse(page)}")
        for known, words in people.items():
            if known in accounts:
                login_id, hashed = accounts[known]
                self.stdout.write(f"  {grouped(login_id)}  {_opens(hashed):<18}  {words}")

    def _show_code(self) -> None:
        self.stdout.write("  二段階の確認（係員と事業者責任者）: bin/demo --code が、今の6桁を表示します。")
        self.stdout.write(f"  認証アプリを使うときは、この文字を入れます: {APP_SECRET}")

    def _show_gate(self, cards: dict[str, str]) -> None:
        self.stdout.write(f"\nゲート    {settings.READER_URL}/gate/#token={GATE_TOKEN}")
        self.stdout.write("  カードリーダーの代わりに、番号を打って Enter を押します。")
        for role in (role for role in ROLES if role.number in cards):
            self.stdout.write(f"  {cards[role.number]}  {role.name.official}: {role.at_gate}")
        self.stdout.write(f"  {_UNKNOWN_CARD}  登録されていないカード: 赤\n")


def _opens(hashed: str) -> str:
    """The password of the demo that opens an account still; whoever changed it knows the new one."""
    return next((known for known in (PASSWORD, INITIAL_PASSWORD) if check_password(known, hashed)), _CHANGED)
