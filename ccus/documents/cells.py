"""一つの欄: how a value stands on a sheet of paper."""

from datetime import date, datetime

from ccus.domain.papers.values import Cell, Of
from ccus.foundation.clock import JST
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words

NOTHING = "－"


def printed(cell: Cell) -> str:
    """A cell in few letters: 2026/4/1; nothing for what is not registered (PAPER-12)."""
    if isinstance(cell, date):
        return f"{cell.year}/{cell.month}/{cell.day}"
    return "" if cell is None else str(cell)


def unit(cell: Cell, word: str) -> Cell:
    """12 as 12年; a text, such as 非公開, as it is."""
    return f"{cell}{word}" if isinstance(cell, int) else cell


def days(from_on: date | None, until_on: date | None) -> str:
    """2026年4月1日～2027年3月31日; open at the end where no last day is set."""
    if from_on is None and until_on is None:
        return ""
    return f"{date_words(from_on) if from_on else ''}～{date_words(until_on) if until_on else ''}"


def firm(name: str, number: str) -> str:
    """A firm with its 事業者ID; one that is not registered says so."""
    return f"{name}（事業者ID {grouped(number)}）" if number else f"{name}（未登録）"


def moment(at: datetime) -> str:
    """2026年11月20日 12:00, in Japan."""
    local = at.astimezone(JST)
    return f"{date_words(local.date())} {local.hour}:{local.minute:02d}"


def dated(of: Of) -> str:
    """Of which day a paper is, and when it was made (PAPER-05)."""
    return f"{date_words(of.day)}現在　{moment(of.made_at)}作成"


def notes_of_the_day(of: Of) -> tuple[str, ...]:
    """Said where the day of the paper is not the day on which it was made (PAPER-05)."""
    if of.made_at.astimezone(JST).date() == of.day:
        return ()
    return ("施工体制と名簿は書類の日のもの、技能者の登録内容は作成した日のものです。",)
