"""未来タワー with a worker who is on no roster there yet, and everybody who is asked."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from tests.factories import accounts, cards, workers
from tests.factories.personas import Cast, standing_cast
from tests.journeys.entry.people import Around, for_good

_NUMBER = "50718293642621"


@pytest.fixture
def tower(portal_server: str) -> Cast:
    """The cast of three firms, with 髙橋 花子 in the place of 建設 未来; the site goes on for good."""
    cast = standing_cast()
    for_good(cast.site)
    account = accounts.account(login_id=_NUMBER)
    hanako = workers.worker(
        number=_NUMBER, account=account, name__official="髙橋 花子", name__kana="タカハシ ハナコ"
    )
    workers.affiliation(worker=hanako, company=cast.takahashi)
    return replace(cast, mirai=hanako, account=account, card=cards.card(worker=hanako))


@pytest.fixture
def around(has_script: bool, browser: Browser, portal_server: str) -> Iterator[Around]:
    """Whoever comes into the story."""
    with Around(browser, portal_server, has_script=has_script) as around:
        yield around
