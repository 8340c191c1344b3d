"""登録情報の控え: everything registered about a worker on a day, as a PDF (guide G10-3)."""

from dataclasses import asdict, dataclass
from datetime import date

from ccus.documents.contact import contact
from ccus.documents.typesetting import pdf
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words


@dataclass(frozen=True, slots=True)
class SheetSection:
    """区分の一つ: facts as rows of (label, words), or a table, and what is to be said about them."""

    title: str
    facts: tuple[tuple[tuple[str, str], ...], ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPart:
    """見出しの一つ, with the sections below it."""

    title: str
    sections: tuple[SheetSection, ...]


@dataclass(frozen=True, slots=True)
class ProfileSheet:
    """登録情報の控えの中身: texts as they are to be printed. `photo` is a JPEG or a PNG, or None."""

    name: str
    kana: str
    number: str
    on: date
    is_past: bool
    parts: tuple[SheetPart, ...]
    photo: bytes | None = None


def profile_sheet(sheet: ProfileSheet) -> bytes:
    """登録情報の控え as a tagged PDF; every page says whose it is and of which day (PORTAL-14)."""
    day, number = date_words(sheet.on), grouped(sheet.number)
    return pdf(
        "profile",
        {
            "title": "技能者情報（登録内容の控え）",
            "head": {"who": f"{sheet.name}　技能者ID {number}", "what": f"{day}現在"},
            "name": sheet.name,
            "kana": sheet.kana,
            "about": (("技能者ID", number), ("登録内容の日", f"{day}現在")),
            "photo": None if sheet.photo is None else list(sheet.photo),
            "photo_words": "本人の顔写真",
            "banner": f"これは、{day}に登録されていた内容です。いまの内容ではありません。"
            if sheet.is_past
            else "",
            "parts": [asdict(part) for part in sheet.parts],
            "contact": contact(),
        },
    )
