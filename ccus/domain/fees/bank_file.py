"""入金データ: what the bank says was paid, row by row beside what is owed (FEE-07, FEE-08)."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ccus.domain.fees.bank_table import COLUMNS, table
from ccus.domain.fees.reading import ChargeShown, charges_of
from ccus.foundation.clock import day_of
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.reading import read
from ccus.foundation.japanese import date_words, half_width

Subjects = Callable[[Collection[str]], Mapping[str, str]]
"""申請番号 → the subject of its charge (`application:12`), for those that exist."""

_NUMBER, _AMOUNT, _PAID_ON = COLUMNS
_ROW = Block(
    "bank_row",
    "入金",
    (
        Field("number", _NUMBER, is_required=True, longest=30),
        Field("amount", _AMOUNT, Kind.NUMBER, is_required=True, least=1, most=99_999_999),
        Field("paid_on", _PAID_ON, Kind.DATE, is_required=True, is_past=True),
    ),
)


@dataclass(frozen=True, slots=True)
class BankRow:
    """入金データの一行: `line` of the file; with a `fault` it does not count."""

    line: int
    number: str
    amount: int | None
    paid_on: date | None
    charge: ChargeShown | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class BankFile:
    """入金データ as the office sees it before recording."""

    rows: tuple[BankRow, ...]

    @property
    def good(self) -> tuple[BankRow, ...]:
        """The rows that count."""
        return tuple(row for row in self.rows if not row.fault)

    @property
    def faulty(self) -> tuple[BankRow, ...]:
        """The rows that do not, each with its sentence."""
        return tuple(row for row in self.rows if row.fault)


def read_bank_file(data: bytes, *, today: date, subjects: Subjects) -> BankFile:
    """Read a bank file and set each row beside its charge (FEE-08). Two statements at most.

    Raises `BankFileUnreadable`.
    """
    rows = [_read(line, cells, today) for line, cells in table(data)]
    subject_of = subjects({row.number for row in rows if row.number})
    charges = charges_of(subject_of.values())
    owed = {number: charges[subject] for number, subject in subject_of.items() if subject in charges}
    return BankFile(tuple(_once(_beside(row, owed.get(row.number)) for row in rows)))


def _read(line: int, cells: Mapping[str, str], today: date) -> BankRow:
    raw = {
        "number": _written(half_width(cells.get(_NUMBER, ""))),
        "amount": half_width(cells.get(_AMOUNT, "")).strip("¥\\円 "),
        "paid_on": cells.get(_PAID_ON, ""),
    }
    said = read(_ROW, raw, today=today, codes=lambda _: ())
    amount, paid_on = said.values["amount"], said.values["paid_on"]
    return BankRow(
        line=line,
        number=raw["number"],
        amount=amount if isinstance(amount, int) else None,
        paid_on=date.fromisoformat(paid_on) if isinstance(paid_on, str) else None,
        fault="".join(fault.sentence for fault in said.faults) or _mangled(raw["number"]),
    )


def _written(number: str) -> str:
    """As 申請番号 stands everywhere else, however the bank wrote it."""
    return re.sub(r"^([0-9]{6})([0-9]{7})$", r"\1-\2", re.sub(r"[\s-]", "", number))


def _mangled(number: str) -> str:
    if not re.fullmatch(r"[0-9.]+E\+?[0-9]+", number, re.IGNORECASE):
        return ""
    return f"申請番号（{number}）の数字が省略されています。Excelでこの列を「文字列」にして、番号を入れ直してください。"


def _beside(row: BankRow, charge: ChargeShown | None) -> BankRow:
    return replace(row, charge=charge, fault=row.fault or _fault(row, charge))


def _fault(row: BankRow, charge: ChargeShown | None) -> str:
    whose = f"申請番号（{row.number}）の請求"
    if charge is None:
        return f"{whose}がありません。番号を確かめてください。"
    if charge.is_settled:
        return f"{whose}は、すでに入金または免除が記録されています。二重の入金でないか確かめてください。"
    if row.amount != charge.amount:
        paid = f"金額（{row.amount:,}円）"
        return f"{paid}が、請求した金額（{charge.amount:,}円）とちがいます。払った方に確かめてください。"
    charged_on = day_of(charge.charged_at)
    if row.paid_on is not None and row.paid_on < charged_on:
        paid = f"入金日（{date_words(row.paid_on)}）"
        return f"{paid}が、請求した日（{date_words(charged_on)}）より前です。日付を確かめてください。"
    return ""


def _once(rows: Iterable[BankRow]) -> Iterable[BankRow]:
    """A number that stands in the file a second time does not count again."""
    first: dict[str, int] = {}
    for row in rows:
        before = first.setdefault(row.number, row.line) if not row.fault else row.line
        again = f"申請番号（{row.number}）は、{before}行目にもあります。二重の入金でないか確かめてください。"
        yield row if before == row.line else replace(row, fault=again)
