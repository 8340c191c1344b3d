"""Two presses of 「申し込む」 at once make one 申請用ログインID (PUB-08)."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from ccus.domain.applications.actions.applicants import ask_for_login
from ccus.domain.applications.models import Applicant
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.notices.models import Mail
from tests.domain.races import contested

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.mark.usefixtures("fresh_database")
def test_of_two_askings_at_once_the_second_hears_of_the_same_id() -> None:
    ask = partial(ask_for_login, name="建設 未来", kana="ケンセツ ミライ", by=SYSTEM)
    first = partial(ask, mail="mirai@example.jp", at=AT)
    second = partial(ask, mail="Mirai@example.jp", at=AT + timedelta(seconds=1))
    assert contested(first, second) is None
    login_id = Applicant.objects.get().account.login_id
    assert [login_id in mail.body for mail in Mail.objects.all()] == [True, True]
