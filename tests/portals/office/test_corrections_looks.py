"""登録の修正 on a telephone and a computer: no barrier that axe can find, nothing cut off (FIX-05)."""

import pytest
from playwright.sync_api import Browser

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.corrections.models import ChangeSet
from ccus.foundation.clock import now
from ccus.foundation.reading_as import REGISTER, reading_as
from tests.browser import COMPUTER, somebody
from tests.factories import companies, corrections, officers, workers
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.thorough]
LONG = "ムトゥタントリゲ ワルナクラスーリヤ フェルナンド グエンヴァンアイン"


def slipped(officer: OfficerMe) -> tuple[ChangeSet, str]:
    """Somebody with a long name is put to a firm with a long name that nothing connects; another row is faulty."""
    worker = workers.worker(name__kana=LONG)
    workers.affiliation(worker=worker, company=companies.company(), employment="regular")
    firm = companies.company(
        name="株式会社トウキョウグローバルコンストラクションアンドエンジニアリング東日本支社"
    )
    change_set = corrections.change_set("affiliation", by=officer.actor, at=now())
    corrections.row(change_set, worker.number, {"company": firm.number}, by=officer.actor, at=now())
    corrections.previewed(change_set, by=officer.actor, at=now())
    return change_set, worker.number


def test_the_pages_of_a_correction_have_no_barrier(browser: Browser, portal_server: str) -> None:
    officer = officers.officer(Duty.CORRECT)
    with reading_as(REGISTER):
        change_set, number = slipped(officer)
    pages = ("", "row/", f"row/?number={number}&row=1", "file/", "preview/", "preview/stop/", "preview/fact/")
    session = officers.client_of(officer).cookies["sessionid"].value
    with somebody(browser, COMPUTER) as context:
        context.add_cookies([{"name": "sessionid", "value": session, "url": portal_server}])
        eyes = Visitor(context.new_page(), portal_server)
        for page in ("", "new/", *(f"{change_set.key}/{more}" for more in pages)):
            eyes.goes_to(f"/office/corrections/{page}")
            for width in (390, 1280):
                eyes.at_width(width).finds_no_barrier()
        assert eyes.complaints == []
