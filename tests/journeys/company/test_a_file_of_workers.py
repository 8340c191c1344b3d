"""A clerk brings in a hundred workers from an Excel file with ten bad rows, without uploading it twice (SITE-28)."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, FilePayload

from ccus.domain.sites.models import RosterBatch, RosterLine
from ccus.domain.workers.models import Worker
from ccus.foundation import clock
from tests.factories import sites, workers
from tests.journeys.company.people import Office, Town

pytestmark = pytest.mark.journey
TOWER = "未来タワー新築工事"
HEAD = ("番号", "開始日", "終了日", "職種名", "技能者ＩＤ", "ふりがな", "立場", "作業内容")
ABOVE = 2
"""Rows above the headings: a merged title, and an empty one."""


class Flaw(NamedTuple):
    """直す行: what stands in a column instead, what the page says to it, and what somebody types into which field."""

    column: str
    text: str
    said: str
    field: str
    mended: str


@pytest.fixture(
    params=[
        "with script",
        *(pytest.param(way, marks=pytest.mark.thorough) for way in ("without script", "by keyboard")),
    ]
)
def clerk(request: pytest.FixtureRequest, browser: Browser, portal_server: str) -> Iterator[Office]:
    """At a computer of 佐藤建設, with scripts and without; a third time without a mouse."""
    with Town(browser, portal_server, has_script=request.param != "without script") as town:
        office = town.firm("佐藤建設")
        yield office.without_mouse() if request.param == "by keyboard" else office


@pytest.fixture
def crew(clerk: Office) -> list[Worker]:
    """A hundred of the firm, and its site."""
    sites.site(prime=clerk.firm, name=TOWER, period__valid_from=date(2020, 1, 1), period__valid_until=None)
    own = [workers.worker() for _ in range(100)]
    for worker in own:
        workers.affiliation(worker=worker, company=clerk.firm)
    return own


def flaws(crew: Sequence[Worker]) -> dict[int, Flaw]:
    """Which of the hundred (from 0) is written wrong, each in a way of its own."""
    stranger, today = workers.worker().number, clock.today()
    short, before = f"R{today.year - 2018}.{today.month}.{today.day}", today - timedelta(days=30)
    return {
        4: Flaw("技能者ＩＤ", "99999999999999", "自社に所属していません", "技能者ID", crew[4].number),
        13: Flaw("技能者ＩＤ", stranger, "自社に所属していません", "技能者ID", crew[13].number),
        22: Flaw("技能者ＩＤ", crew[22].number[:-1], "13桁です", "技能者ID", crew[22].number),
        31: Flaw("技能者ＩＤ", crew[30].number, "と同じ技能者IDです", "技能者ID", crew[31].number),
        40: Flaw("職種名", "大工", "この技能者の登録にありません", "職種", "鉄筋工"),
        49: Flaw("立場", "棟梁さま", "一覧にありません", "立場", "職長"),
        58: Flaw("開始日", "令和8年2月30日", "暦にない日です", "名簿の初日", short),
        67: Flaw("終了日", f"{before:%Y/%m/%d}", "より前です", "名簿の末日", ""),
        76: Flaw("作業内容", '=HYPERLINK("//example.jp")', "数式が入っています", "作業内容", "基礎配筋"),
        85: Flaw("ふりがな", "ヤマダ タロウ", "登録とちがいます", "フリガナ", "タカハシ イチロウ"),
    }


def file_of(crew: Sequence[Worker], wrong: dict[int, Flaw]) -> FilePayload:
    """名簿.xlsx, as somebody made it for people: a title over all columns, era dates, half-width kana."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["未来タワー　作業員名簿"])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(HEAD))
    sheet.append([])
    sheet.append(HEAD)
    today = clock.today()
    era = f"令和{today.year - 2018}年{today.month}月{today.day}日"
    for at, worker in enumerate(crew):
        row = [at + 1, era, None, "鉄筋工", worker.number, "ﾀｶﾊｼ ｲﾁﾛｳ", "一般", "配筋"]
        if at in wrong:
            row[HEAD.index(wrong[at].column)] = wrong[at].text
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return {"name": "名簿.xlsx", "mimeType": "application/octet-stream", "buffer": file.getvalue()}


def mends(clerk: Office, at: int, flaw: Flaw) -> None:
    """The row in its place on the page, once what is wrong with it is read."""
    row = clerk.row(f"{at + ABOVE + 2}行目")
    assert flaw.said in row.inner_text(), (flaw, row.inner_text())
    clerk.types(row.get_by_label(flaw.field, exact=True), flaw.mended)


def test_a_hundred_workers_come_in_from_one_upload_with_ten_bad_rows(
    clerk: Office, crew: list[Worker]
) -> None:
    wrong = flaws(crew)
    clerk.comes_in().turns_to("作業員名簿").follows(TOWER).follows("ファイルから取り込む")
    clerk.hands_in("名簿のファイル", file_of(crew, wrong)).presses("取り込んで確かめる")
    clerk.reads("登録できる 90行、直す 10行").presses("90行を登録する")
    clerk.reads("90人を名簿にのせました。あと10行は、直すと登録できます。")
    for at, flaw in wrong.items():
        mends(clerk, at, flaw)
    clerk.presses("直した内容を保存する").reads("登録できる 10行、直す 0行").presses("10行を登録する")
    clerk.reads("10人を名簿にのせました。取り込みは、終わりです。").reads("100人")
    assert set(RosterLine.objects.values_list("worker", flat=True)) == {worker.pk for worker in crew}
    assert RosterBatch.objects.count() == 1
