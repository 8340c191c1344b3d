"""技能者の規則: names, birth dates, the number of trades. Pure."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from ccus.foundation.entry.block import Values
from ccus.foundation.japanese import date_words, is_katakana, katakana, tidy
from ccus.foundation.letters import letters
from ccus.foundation.refusals import Refusal

MOST_TRADES = 4
LONGEST_NAME = 120
EARLIEST_BIRTH = date(1900, 1, 1)
LASTING = frozenset({"name", "status", "contact", "trades"})
"""Blocks that nobody is registered without (DATA-16)."""
_FORMS = ("official", "kana", "roman", "native", "alias")


class NameUnreadable(Refusal):
    """氏名の誤り: missing, too long, or with a フリガナ that is no kana (REG-05)."""


class BirthDateImpossible(Refusal):
    """生年月日の誤り (REG-06)."""


class TradesUncountable(Refusal):
    """職種の数の誤り: none, more than four, or one of them twice (REG-08)."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """氏名: one string as on the identity document, with フリガナ, and other forms where a person has them.

    Each `…_source` is the document a form was taken from, as `NameSource`.
    """

    official: str
    kana: str
    roman: str = ""
    native: str = ""
    alias: str = ""
    official_source: str = ""
    kana_source: str = ""
    roman_source: str = ""
    native_source: str = ""
    alias_source: str = ""
    alias_on_card: bool = False


def readable_name(name: PersonName) -> PersonName:
    """The name as it is kept: kanji untouched, spaces and kana put right (REG-05). Raises `NameUnreadable`."""
    tidied: dict[str, Any] = {form: tidy(getattr(name, form)) for form in _FORMS}
    kept = replace(name, **tidied | {"kana": katakana(name.kana)})
    if not kept.official:
        raise NameUnreadable("氏名が入力されていません。本人確認書類のとおりに入力してください。", "official")
    if not is_katakana(kept.kana):
        raise NameUnreadable(
            f"フリガナ（{kept.kana}）にカタカナでない文字が入っています。全角カタカナで入力してください。"
            if kept.kana
            else "フリガナが入力されていません。全角カタカナで入力してください。",
            "kana",
        )
    for form in _FORMS:
        length = len(letters(getattr(kept, form)))
        if length > LONGEST_NAME:
            raise NameUnreadable(f"名前が{length}文字です。{LONGEST_NAME}文字以内で入力してください。", form)
    return kept


def person_name(values: Values) -> PersonName:
    """The name that the values of the block 氏名 say."""
    given: dict[str, Any] = {
        field.name: values[field.name] for field in fields(PersonName) if values.get(field.name)
    }
    return replace(PersonName("", ""), **given)


def require_possible_birth(birth_on: date, *, registered_on: date) -> None:
    """Refuse a birth date in the future or before 1900 (REG-06). It can never be changed later."""
    if not EARLIEST_BIRTH <= birth_on < registered_on:
        raise BirthDateImpossible(
            f"生年月日（{date_words(birth_on)}）が正しくありません。"
            f"{date_words(EARLIEST_BIRTH)}から登録日の前日までの日を入力してください。",
            "birth_on",
        )


def require_countable_trades(trades: list[int]) -> None:
    """Refuse anything but one to four different trades; the first is the main one (REG-08)."""
    if not 1 <= len(trades) <= MOST_TRADES:
        raise TradesUncountable(
            f"職種が{len(trades)}つ選ばれています。1つ以上{MOST_TRADES}つ以内で選んでください。", "trades"
        )
    if len(set(trades)) < len(trades):
        raise TradesUncountable("同じ職種が2回選ばれています。違う職種を選んでください。", "trades")


def year_before(day: date) -> date:
    """The same day a year before; of 29 February the 28th (DATA-12)."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)
