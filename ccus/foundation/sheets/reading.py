"""ファイルから表へ: what the file is, its content says; its name only helps (SITE-30)."""

from ccus.foundation.sheets.csv_in import read_csv
from ccus.foundation.sheets.table import OF_A_ROSTER, FileTooBig, FileUnreadable, Limits, Table
from ccus.foundation.sheets.xlsx_in import read_xlsx

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_NEITHER = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")


def read_table(data: bytes, file_name: str, limits: Limits = OF_A_ROSTER) -> Table:
    """The table of an Excel (.xlsx) or CSV file. Raises `FileUnreadable`, `FileTooBig`."""
    if len(data) > limits.size:
        raise FileTooBig(
            f"ファイルが{len(data) / 1024 / 1024:.1f}MBあります。"
            f"{limits.size // 1024 // 1024}MBまでのファイルを送ってください。",
            "file",
        )
    if not data.strip():
        raise FileUnreadable("ファイルが空です。行の入ったファイルを選んでください。", "file")
    if data.startswith(_OLE):
        raise FileUnreadable(
            "古い形式（.xls）か、パスワードの付いたファイルです。パスワードを外し、.xlsxで保存してください。",
            "file",
        )
    if data.startswith(_ZIP):
        return read_xlsx(data, limits)
    if data.startswith(_NEITHER) or file_name.lower().endswith((".xlsx", ".xlsm", ".xls", ".pdf")):
        raise FileUnreadable(
            "ExcelでもCSVでもないファイルです。.xlsxか.csvのファイルを選んでください。", "file"
        )
    table = read_csv(data, limits)
    if not table.rows:
        raise FileUnreadable("ファイルが空です。行の入ったファイルを選んでください。", "file")
    return table
