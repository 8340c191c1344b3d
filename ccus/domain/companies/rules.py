"""事業者の規則: names that can be registered."""

from ccus.foundation.entry.block import Field, Kind
from ccus.foundation.entry.reach import leading_somewhere
from ccus.foundation.entry.reach import mail as readable_mail
from ccus.foundation.japanese import is_katakana, katakana, tidy
from ccus.foundation.refusals import Refusal

LONGEST_NAME, LONGEST_KANA = 80, 120
LONGEST_PERSON, LONGEST_UNIT = 120, 80
DEEPEST = 3
_MAIL = Field("mail", "メールアドレス", Kind.MAIL)


class CompanyNameUnreadable(Refusal):
    """商号の誤り: missing, too long, or with a フリガナ that is no kana (REG-03)."""


class PersonUnreadable(Refusal):
    """利用者の氏名の誤り: missing, too long, or with an address that a mail would carry in our name (ORG-02)."""


class UnitNameUnreadable(Refusal):
    """組織の名称の誤り: missing or too long (ORG-01)."""


def readable_person(name: str, mail: str) -> tuple[str, str]:
    """氏名 and メールアドレス of somebody who signs in, as they are kept; the address may be missing (ORG-02).

    Raises `PersonUnreadable`, `Unreadable`.
    """
    name = tidy(name)
    if not name:
        raise PersonUnreadable("氏名が入力されていません。使う人の氏名を入力してください。", "name")
    if len(name) > LONGEST_PERSON:
        raise PersonUnreadable(
            f"氏名が{len(name)}文字です。{LONGEST_PERSON}文字以内で入力してください。", "name"
        )
    if strange := leading_somewhere(name):
        raise PersonUnreadable(
            f"氏名に、名前では使わない書き方（{strange}）が入っています。氏名だけを入力してください。", "name"
        )
    return name, readable_mail(_MAIL, mail) if mail.strip() else ""


def readable_unit(name: str) -> str:
    """組織の名称 as it is kept (ORG-01). Raises `UnitNameUnreadable`."""
    name = tidy(name)
    if not name:
        raise UnitNameUnreadable(
            "組織の名称が入力されていません。「東京支店」のように入力してください。", "name"
        )
    if len(name) > LONGEST_UNIT:
        raise UnitNameUnreadable(
            f"組織の名称が{len(name)}文字です。{LONGEST_UNIT}文字以内で入力してください。", "name"
        )
    return name


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
