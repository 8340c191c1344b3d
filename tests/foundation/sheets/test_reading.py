"""Files as firms send them (SITE-30)."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from ccus.foundation.sheets.reading import read_table
from ccus.foundation.sheets.table import FileTooBig, FileUnreadable, Table
from ccus.foundation.sheets.writing import csv_bytes, xlsx_bytes

TEXT = "技能者ID,フリガナ,作業内容\r\n12345678901234,ｹﾝｾﾂ ﾐﾗｲ,髙所の配筋\r\n"
ROWS = (("技能者ID", "フリガナ", "作業内容"), ("12345678901234", "ｹﾝｾﾂ ﾐﾗｲ", "髙所の配筋"))


def book(*rows: list[object], merged: tuple[str, ...] = ()) -> bytes:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def read(data: bytes, name: str = "名簿.csv") -> Table:
    return read_table(data, name)


def with_part(data: bytes, name: str, change: tuple[bytes, bytes]) -> bytes:
    """The same Excel file with one part changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part, content.replace(*change) if part.filename == name else content)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_letters_of_a_csv_are_recognised(encoding: str) -> None:
    assert read(TEXT.encode(encoding)).rows == ROWS


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_of_a_csv_is_recognised(separator: str) -> None:
    assert read(TEXT.replace(",", separator).encode("cp932")).rows == ROWS


@pytest.mark.parametrize("encoding", ["cp932", "utf-8"])
def test_one_broken_byte_is_named_with_line_and_column(encoding: str) -> None:
    data = TEXT.encode(encoding).replace("配".encode(encoding), b"\xff", 1)
    table = read(data)
    (fault,) = table.faults
    assert (fault.row, fault.column) == (2, 3)
    assert "2行目の3列目（C2）に、読めない文字" in fault.sentence
    assert table.rows[0] == ROWS[0]


def test_a_quoted_line_break_stays_within_its_cell() -> None:
    assert read(b'a,"b\r\nc"\r\n1,2\r\n').rows == (("a", "b\r\nc"), ("1", "2"))


def test_merged_cells_repeat_what_they_show() -> None:
    data = book(["職種", "氏名"], ["鉄筋工", "甲"], [None, "乙"], [None, "丙"], merged=("A2:A4",))
    assert [row[0] for row in read(data, "a.xlsx").rows] == ["職種", "鉄筋工", "鉄筋工", "鉄筋工"]


def test_a_merged_range_of_the_whole_sheet_costs_nothing() -> None:
    merged = book(["番号"], ["1"], ["2"], merged=("A2:A3",))
    huge = with_part(merged, "xl/worksheets/sheet1.xml", (b"A2:A3", b"A1:XFD1048576"))
    assert len(read(huge, "a.xlsx").rows) == 3


def test_merged_ranges_that_lie_on_each_other_are_refused() -> None:
    merged = book(["番号"], ["1"], ["2"], merged=("A2:A3",))
    one = b'<mergeCell ref="A2:A3" />'
    piled = with_part(merged, "xl/worksheets/sheet1.xml", (one, b'<mergeCell ref="A1:XFD1048576"/>' * 9))
    with pytest.raises(FileUnreadable, match="開けません"):
        read(piled, "a.xlsx")


def test_too_many_cells_are_refused_whatever_their_part_is_called() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.data", b"<c/>" * 1_600_001)
    with pytest.raises(FileTooBig, match="セルが多すぎます"):
        read(file.getvalue(), "a.xlsx")


@pytest.mark.parametrize("packed", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_as_no_spreadsheet_is_packed_is_refused(packed: int) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packed) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"<c/>")
    broken = file.getvalue().replace(b"\x00\x00\x80\x00", b"\xff\xff\xff\xff")
    with pytest.raises(FileUnreadable, match="開けません"):
        read(broken, "a.xlsx")


def test_numbers_and_days_are_read_as_people_see_them() -> None:
    data = book([12345678901234, date(2026, 11, 20), 1.5, True, "令和8年11月20日"])
    assert read(data, "a.xlsx").rows == (("12345678901234", "2026-11-20", "1.5", "TRUE", "令和8年11月20日"),)


def test_a_formula_is_a_fault_of_its_cell_and_never_computed() -> None:
    table = read(book(["番号"], ["=1+1"]), "a.xlsx")
    assert [(fault.row, fault.column) for fault in table.faults] == [(2, 1)]
    assert "A2に数式が入っています" in table.faults[0].sentence


def test_an_excel_that_unpacks_to_too_much_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * 41 * 1024 * 1024)
    with pytest.raises(FileTooBig, match="中身が大きすぎます"):
        read(file.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "空です。行の入った"),
        (b"PK\x03\x04 broken", "開けません"),
        (b"\xd0\xcf\x11\xe0 old", "パスワード"),
        (b"%PDF-1.7", "ExcelでもCSVでもない"),
    ],
)
def test_what_is_no_table_is_refused_with_a_way_out(data: bytes, sentence: str) -> None:
    with pytest.raises(FileUnreadable, match=sentence):
        read(data, "名簿.xlsx")


def test_an_excel_without_a_filled_sheet_is_refused() -> None:
    with pytest.raises(FileUnreadable, match="内容のあるシートがありません"):
        read(book(), "a.xlsx")


def test_more_rows_than_may_be_read_are_refused() -> None:
    with pytest.raises(FileTooBig, match="5,000行より多く"):
        read(b"a,b\n" * 5_001)
    assert len(read(b"a,b\n" * 5_000).rows) == 5_000


def test_more_columns_than_may_be_read_are_refused() -> None:
    with pytest.raises(FileTooBig, match=r"60列より多く.*。使う列"):
        read(b",".join([b"x"] * 61))


def test_a_file_over_five_megabytes_is_refused() -> None:
    with pytest.raises(FileTooBig, match="MBまでのファイル"):
        read(b"x" * (5 * 1024 * 1024 + 1))


@pytest.mark.parametrize("text", ["=1+1", "+81", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_what_is_written_is_not_executed_when_it_is_opened(text: str) -> None:
    assert read(csv_bytes(["番号", "名"], [[text, ""]])).rows[1][0] == f"'{text}"
    written = read(xlsx_bytes("名簿", ["番号"], [[text]]), "a.xlsx")
    assert written.faults == ()
    assert written.rows[1][0].startswith("'")


def test_what_was_written_is_read_again() -> None:
    head, row = ["技能者ID", "入場年月日"], ["01234567890123", date(2026, 11, 20)]
    for table in (read(csv_bytes(head, [row])), read(xlsx_bytes("名簿/1", head, [row]), "a.xlsx")):
        assert table.rows == (tuple(head), ("01234567890123", "2026-11-20"))
