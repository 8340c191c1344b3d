"""確認コード: an officer without scripts sets up an app and comes in with its code (SIGN-20)."""

import pytest
from playwright.sync_api import expect

from ccus.domain.accounts.factors.codes import code_at
from ccus.domain.accounts.factors.rules import PERIOD_SECONDS
from ccus.domain.accounts.models import Officer
from ccus.foundation import clock
from tests.factories.accounts import PASSWORD
from tests.factories.officers import officer
from tests.journeys.filing.people import Town

pytestmark = pytest.mark.journey


def shown(secret: str, later: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    return code_at(secret, int(clock.now().timestamp()) // PERIOD_SECONDS + later)


@pytest.mark.parametrize("has_script", ["without script"], indirect=True)
def test_an_officer_without_scripts_comes_in_with_the_code_of_an_app(town: Town) -> None:
    account = Officer.objects.get(pk=officer().officer).account
    clerk = town.clerk().enters("/office/sign-in/", "ID", account.login_id, PASSWORD)
    clerk.follows("アプリを登録する").stands_before("確認コードのアプリ")
    secret = clerk.page.locator(".letters").inner_text().replace(" ", "")
    clerk.fills({"アプリに出た6桁の数字": shown(secret)}).presses("登録する")
    expect(clerk.page.locator(".codes li")).to_have_count(10)
    clerk.presses("ログアウト").enters("/office/sign-in/", "ID", account.login_id, PASSWORD)
    clerk.answers(確認コード=shown(secret, later=1)).presses("確認する").reads("審査待ちの申請")
