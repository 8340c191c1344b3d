"""入金データの表: a CSV of the bank as rows by column name (FEE-07)."""

import csv
import io

from ccus.domain.fees import rules
from ccus.foundation.japanese import half_width, tidy
from ccus.foundation.refusals import Refusal

COLUMNS = ("申請番号", "金額", "入金日")
FIELD = "file"


class BankFileUnreadable(Refusal):
    """読めない入金データ: letters, size, or columns (FEE-07)."""


def table(data: bytes) -> list[tuple[int, dict[str, str]]]:
    """(line of the file, text by column) of every row that is not empty. Raises `BankFileUnreadable`."""
    try:
        lines = [(line, cells) for line, cells in _cells(_text(data)) if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise BankFileUnreadable(
            "CSVとして読めません。Excelで「CSV UTF-8」を選んで保存し直してください。", FIELD
        ) from error
    if not lines:
        raise BankFileUnreadable(
            "入金データの中身が空です。1行目に列の名前、2行目から入金を書いてください。", FIELD
        )
    names = [half_width(name).strip() for name in lines[0][1]]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise BankFileUnreadable(
            f"1行目に、列の名前「{'」「'.join(missing)}」がありません。列の名前を書いてください。", FIELD
        )
    if len(lines) - 1 > rules.BANK_FILE_ROWS:
        raise BankFileUnreadable(
            f"1度に読めるのは{rules.BANK_FILE_ROWS:,}行までです（これは{len(lines) - 1:,}行）。分けてください。",
            FIELD,
        )
    return [(line, dict(zip(names, map(tidy, cells), strict=False))) for line, cells in lines[1:]]


def _cells(text: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    return [(reader.line_num, cells) for cells in reader]


def _text(data: bytes) -> str:
    if len(data) > rules.BANK_FILE_BYTES:
        raise BankFileUnreadable(
            f"ファイルの大きさは1MBまでです（このファイルは{len(data) / 1024 / 1024:.1f}MB）。分けてください。",
            FIELD,
        )
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BankFileUnreadable("文字が読み取れません。UTF-8かShift_JISのCSVで保存し直してください。", FIELD)
