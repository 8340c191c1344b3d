"""Papers for the tests, and what a reader of PDFs finds in them."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from pypdf import PdfReader

from ccus.documents.profile import ProfileSheet, SheetPart, SheetSection
from ccus.documents.receipt import Receipt, ReceiptFee
from ccus.foundation.clock import JST

HOSTILE = '#panic("x") *太字* $x^2$ \\ "引用" <label> @ref `raw` // comment [角] {波}'
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"
SHEET = ProfileSheet(
    name="建設 未来",
    kana="ケンセツ ミライ",
    number="12345678901234",
    on=date(2026, 11, 20),
    is_past=False,
    parts=(SheetPart("本人情報", (SheetSection("連絡先", facts=((("番地", "4丁目1番1号"),),)),)),),
)
RECEIPT = Receipt(
    number="2026-1120-0001",
    kind="登録内容の変更",
    name="建設 未来",
    submitted_at=datetime(2026, 11, 20, 12, 5, tzinfo=JST),
    sections=(("連絡先", "変更"), ("保有資格", "追加2件")),
)
FEE = ReceiptFee("手数料", 2500, due_on=date(2026, 12, 4))


def with_facts(*facts: tuple[str, str]) -> ProfileSheet:
    return replace(SHEET, parts=(SheetPart("本人情報", (SheetSection("氏名", facts=(facts,)),)),))


def with_rows(count: int) -> ProfileSheet:
    columns = ("資格種別", "資格番号", "資格取得日", "有効期限")
    rows = tuple((f"玉掛け{n}", f"第{n}号", "2020年4月1日", "期限なし") for n in range(count))
    return replace(SHEET, parts=(SheetPart("資格情報", (SheetSection("保有資格", (), columns, rows),)),))


def pages(pdf: bytes) -> list[str]:
    """The text of each page, without the breaks of its lines."""
    texts = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    return [text.replace("\n", "").replace("\u200b", "") for text in texts]
