"""現場の規則: names, the shape of a structure, the days that a change of period touches. Pure."""

import hashlib
from collections.abc import Iterable

from ccus.foundation.japanese import is_katakana, katakana, tidy
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal

LONGEST = {"name": 120, "name_kana": 160, "address": 160, "reader": 40, "work_content": 80}
LABELS = {
    "name": "現場名",
    "name_kana": "フリガナ",
    "address": "施工場所住所",
    "reader": "端末名",
    "work_content": "作業内容",
}


class TextUnreadable(Refusal):
    """文字の誤り: missing, too long, or a フリガナ that is no kana (SITE-02)."""


def readable(text: str, field: str, *, may_be_empty: bool = False) -> str:
    """A text of a site as it is kept. Raises `TextUnreadable`."""
    kept = katakana(text) if field == "name_kana" else tidy(text)
    label, longest = LABELS[field], LONGEST[field]
    if not kept and not may_be_empty:
        raise TextUnreadable(f"{label}が入力されていません。{longest}文字以内で入力してください。", field)
    if len(kept) > longest:
        raise TextUnreadable(f"{label}が{len(kept)}文字です。{longest}文字以内で入力してください。", field)
    if field == "name_kana" and not is_katakana(kept):
        raise TextUnreadable(
            f"フリガナ（{kept}）にカタカナでない文字が入っています。全角カタカナで入力してください。", field
        )
    return kept


def is_above_itself(company: int, companies_above: Iterable[int]) -> bool:
    """Whether a firm would stand somewhere below itself in one line of a structure (SITE-06)."""
    return company in set(companies_above)


def changed_days(old: Period, new: Period) -> list[Period]:
    """The days that are in one of two periods only: those whose records a change touches (SITE-04)."""
    return [*old.without(new), *new.without(old)]


def token_hash(token: str) -> bytes:
    """SHA-256 of a reader's token, random enough that nothing slower is needed (SITE-13)."""
    return hashlib.sha256(token.encode()).digest()
