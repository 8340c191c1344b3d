"""事業者の規則: names that can be registered."""

from ccus.foundation.japanese import is_katakana, katakana, tidy
from ccus.foundation.refusals import Refusal

LONGEST_NAME, LONGEST_KANA = 80, 120


class CompanyNameUnreadable(Refusal):
    """商号の誤り: missing, too long, or with a フリガナ that is no kana (REG-03)."""


def readable_name(name: str, kana: str) -> tuple[str, str]:
    """商号 and フリガナ as they are kept. Raises `CompanyNameUnreadable`."""
    name, kana = tidy(name), katakana(kana)
    if not name:
        raise CompanyNameUnreadable(
            "商号または名称が入力されていません。登記や届出のとおりに入力してください。", "name"
        )
    if len(name) > LONGEST_NAME:
        raise CompanyNameUnreadable(
            f"商号または名称が{len(name)}文字です。{LONGEST_NAME}文字以内で入力してください。", "name"
        )
    if not is_katakana(kana) or len(kana) > LONGEST_KANA:
        raise CompanyNameUnreadable(
            f"フリガナ（{kana}）が読めません。カタカナ{LONGEST_KANA}文字以内で入力してください。", "name_kana"
        )
    return name, kana
