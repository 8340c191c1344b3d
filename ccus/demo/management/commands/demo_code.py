"""`manage.py demo_code`, or `bin/demo --code`: the one-time code of the cast, now (SIGN-21)."""

from typing import Any

from django.core.management.base import BaseCommand

from ccus.demo.scenes.second_steps import code_on
from ccus.domain.accounts.factors.rules import PERIOD_SECONDS
from ccus.foundation import clock


class Command(BaseCommand):
    """確認コード of officers and 事業者責任者 of the invented country."""

    help = "仮の国の係員と事業者責任者の、今の確認コードを表示します。"
    requires_system_checks = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        now = clock.now()
        left = PERIOD_SECONDS - int(now.timestamp()) % PERIOD_SECONDS
        self.stdout.write(
            f"{code_on(now)}  （あと{left}秒。同じ人がもう一度ログインするときは、次のコードを使います）"
        )
