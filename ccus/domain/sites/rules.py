"""現場の規則: names, the shape of a structure, the days that a change of period touches. Pure."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ccus.foundation.identifiers import digits_of
from ccus.foundation.japanese import half_width, is_katakana, katakana, tidy
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal

LONGEST = {
    "name": 120,
    "name_kana": 160,
    "address": 160,
    "reader": 40,
    "system": 40,
    "work_content": 80,
    "stand_in_name": 80,
    "stand_in_contact": 120,
    "pattern_name": 60,
}
_LONGEST_NUMBER = {"building_confirmation": 40, "corins": 20}
_LABOUR_DIGITS = 14
LABELS = {
    "name": "現場名",
    "name_kana": "フリガナ",
    "address": "施工場所住所",
    "reader": "端末名",
    "system": "認定システムの名前",
    "work_content": "作業内容",
    "stand_in_name": "事業者の名称",
    "stand_in_contact": "連絡先",
    "pattern_name": "パターン名",
    "labour_insurance": "労働保険番号",
    "building_confirmation": "建築確認番号",
    "corins": "コリンズ番号",
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
    if kept and field == "name_kana" and not is_katakana(kept):
        raise TextUnreadable(
            f"フリガナ（{kept}）にカタカナでない文字が入っています。全角カタカナで入力してください。", field
        )
    return kept


@dataclass(frozen=True, slots=True)
class SiteDetails:
    """現場情報の任意の項目: `client_class` as in `ClientClass`, "" for unknown; the numbers as they were typed."""

    client_class: str = ""
    has_hazard: bool = False
    labour_insurance: str = ""
    building_confirmation: str = ""
    corins: str = ""

    def columns(self) -> dict[str, str | bool]:
        """As they are kept. Raises `TextUnreadable`."""
        return {
            "client_class": self.client_class,
            "has_hazard": self.has_hazard,
            "labour_insurance": _labour_insurance(self.labour_insurance),
            "building_confirmation": _number(self.building_confirmation, "building_confirmation"),
            "corins": _number(self.corins, "corins"),
        }


def one_way(text: str) -> str:
    """A 建築確認番号 or コリンズ番号 as it is kept and searched: half width, capitals, no spaces (SITE-02).

    >>> one_way("第Ｒ08 確認建築ｱ 123号")
    '第R08確認建築ア123号'
    """
    return re.sub(r"\s+", "", half_width(tidy(text))).upper()


def _number(text: str, field: str) -> str:
    kept, longest = one_way(text), _LONGEST_NUMBER[field]
    if len(kept) > longest:
        raise TextUnreadable(
            f"{LABELS[field]}が{len(kept)}文字です。{longest}文字以内で入力してください。", field
        )
    return kept


def _labour_insurance(text: str) -> str:
    digits = digits_of(text)
    if digits and not re.fullmatch(rf"[0-9]{{{_LABOUR_DIGITS}}}", digits):
        raise TextUnreadable(
            f"労働保険番号（{digits[:20]}）が読み取れません。"
            f"府県・所掌・管轄・基幹番号・枝番号を続けた{_LABOUR_DIGITS}桁の数字を入力してください。",
            "labour_insurance",
        )
    return digits


def is_above_itself(company: int, companies_above: Iterable[int | None]) -> bool:
    """Whether a firm would stand somewhere below itself in one line of a structure (SITE-06)."""
    return company in set(companies_above)


def changed_days(old: Period, new: Period) -> list[Period]:
    """The days that are in one of two periods only: those whose records a change touches (SITE-04)."""
    return [*old.without(new), *new.without(old)]


def token_hash(token: str) -> bytes:
    """SHA-256 of a reader's token, random enough that nothing slower is needed (SITE-13)."""
    return hashlib.sha256(token.encode()).digest()
