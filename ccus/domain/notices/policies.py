"""お知らせとしてのせられるもの (NOTE-07)."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from ccus.domain.notices import rules
from ccus.foundation.japanese import date_words, tidy
from ccus.foundation.refusals import Refusal


class AnnouncementWrong(Refusal):
    """お知らせの誤り: a title, a text or days that cannot be shown."""


class AnnouncementClosed(Refusal):
    """下げられたお知らせ: it was withdrawn before."""


@dataclass(frozen=True, slots=True)
class Plain:
    """お知らせの文: the title on one line, the body without control characters but with its lines."""

    title: str
    body: str


def require_announceable(title: str, body: str, from_on: date, until_on: date | None) -> Plain:
    """Title and body as they are stored. Raises `AnnouncementWrong`."""
    plain = Plain(tidy(title), _lines(body))
    if not 1 <= len(plain.title) <= rules.TITLE_LENGTH:
        raise AnnouncementWrong(_length("題名", plain.title, rules.TITLE_LENGTH), "title")
    if not 1 <= len(plain.body) <= rules.BODY_LENGTH:
        raise AnnouncementWrong(_length("本文", plain.body, rules.BODY_LENGTH), "body")
    if until_on is not None and until_on <= from_on:
        raise AnnouncementWrong(
            f"のせ終わる日（{date_words(until_on)}）が、のせ始める日（{date_words(from_on)}）より後ではありません。"
            "のせ始める日の翌日以降にしてください。",
            "until_on",
        )
    return plain


def _length(label: str, text: str, longest: int) -> str:
    return f"{label}は、1文字以上{longest:,}文字以内で書いてください（今は{len(text):,}文字です）。"


def _lines(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = (
        "".join(c for c in line if unicodedata.category(c) not in {"Cc", "Cs"}).rstrip() for line in lines
    )
    return "\n".join(kept).strip()
