"""A clerk brings in a hundred workers from an Excel file with ten bad rows, without uploading it twice (SITE-28)."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import expect

from ccus.domain.sites.models import RosterLine, StructureMember
from ccus.domain.workers.models import Worker
from ccus.foundation.sheets.writing import xlsx_bytes
from tests.domain.companies.branches import Branches
from tests.factories import sites, workers
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
HEAD = ("番号", "開始日", "職種名", "技能者ＩＤ", "ふりがな", "立場")


@pytest.fixture
def crew(firm: Branches) -> list[Worker]:
    """A hundred of 佐藤建設."""
    own = [workers.worker() for _ in range(100)]
    for worker in own:
        workers.affiliation(worker=worker, company=firm.company)
    return own


@pytest.fixture
def spot(firm: Branches) -> StructureMember:
    """The firm's own spot at its site."""
    return sites.prime_spot(sites.site(prime=firm.company))


def file_of(crew: Sequence[Worker]) -> bytes:
    """Every tenth 職種 is one that no list has."""
    rows = [
        (at, "令和8年11月20日", "魔法使い" if at % 10 == 0 else "鉄筋工", worker.number, "ﾀｶﾊｼ ｲﾁﾛｳ", "一般")
        for at, worker in enumerate(crew, 1)
    ]
    return xlsx_bytes("名簿", HEAD, rows)


def test_a_hundred_workers_come_in_from_one_upload_with_ten_bad_rows(
    desk: Desk, spot: StructureMember, crew: list[Worker]
) -> None:
    page = desk.page
    page.goto(f"{desk.address}/company/rosters/{spot.key}/import/")
    sheet = {"name": "名簿.xlsx", "mimeType": "application/vnd.ms-excel", "buffer": file_of(crew)}
    page.get_by_label("名簿のファイル").set_input_files(sheet)  # type: ignore[arg-type]  # a file payload
    page.get_by_role("button", name="取り込んで確かめる").click()
    page.get_by_role("button", name="90行を登録する").click()
    expect(page.get_by_text("90人を名簿にのせました。あと10行は、直すと登録できます。")).to_be_visible()
    for cell in page.get_by_role("textbox", name="職種").all():
        cell.fill("鉄筋工")
    page.get_by_role("button", name="直した内容を保存する").click()
    page.get_by_role("button", name="10行を登録する").click()
    expect(page.get_by_text("10人を名簿にのせました。取り込みは、終わりです。")).to_be_visible()
    assert RosterLine.objects.filter(member=spot).count() == 100
