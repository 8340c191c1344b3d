"""番号: the 14-digit numbers of workers, companies, sites and accounts (D-01).

Ours are 11 random digits, a check digit over them and two digits for the kind. Numbers of others may be any 14
digits: kind and check digit say nothing about whether a number is good, so they never refuse one (REG-02).
"""

import re
import secrets
import unicodedata
from enum import StrEnum

from stdnum.iso7064 import mod_11_10

from ccus.foundation.refusals import Refusal

LENGTH = 14
_RANDOM_DIGITS = 11
_NOT_WRITTEN = {"Zs", "Cf", "Cc", "Pd"}
"""Spaces, invisible marks, control characters and dashes of every kind."""
_ALSO_DASHES = "−ーｰ‐_・."
"""What an IME puts where a hyphen was meant."""
_ROUNDED = re.compile(r"[0-9]+E\+?[0-9]+", re.IGNORECASE)
"""1.23457E+13: what a spreadsheet makes of 14 digits in a column that is too narrow."""


class Kind(StrEnum):
    """番号の種別: the last two digits of the numbers issued here."""

    WORKER = "21"
    COMPANY = "22"
    SITE = "23"
    MANAGER = "24"
    APPLICANT = "25"
    OFFICER = "26"


class NumberUnreadable(Refusal):
    """番号の誤り: what was typed is not 14 digits."""


def new_number(kind: Kind) -> str:
    """採番: a number nobody can guess from another one. Uniqueness is the database's last word."""
    body = f"{secrets.randbelow(10**_RANDOM_DIGITS):0{_RANDOM_DIGITS}d}"
    return body + mod_11_10.calc_check_digit(body) + kind


def is_number(text: str) -> bool:
    """Whether a text is 14 plain digits."""
    return re.fullmatch(r"[0-9]{14}", text) is not None


def digits_of(typed: str) -> str:
    """What was meant by what was typed: full width, spaces, hyphens of all kinds and invisible marks undone.

    >>> digits_of("１２３４ 5678‐9012ー34 ")
    '12345678901234'
    """
    plain = unicodedata.normalize("NFKC", typed)
    return "".join(c for c in plain if unicodedata.category(c) not in _NOT_WRITTEN and c not in _ALSO_DASHES)


def read_number(typed: str, *, label: str, field: str) -> str:
    """The 14 digits that were typed, for the form field `field` called `label` (技能者ID …).

    Raises `NumberUnreadable` with what is wrong: nothing there, a number that a spreadsheet rounded, other
    characters, too few or too many digits.
    """
    number = digits_of(typed)
    if is_number(number):
        return number
    if not number:
        fault = "が入力されていません"
    elif _ROUNDED.fullmatch(number):
        fault = f"（{typed.strip()}）は、表計算ソフトが丸めた数で、もとの数字に戻せません"
    elif not re.fullmatch(r"[0-9]+", number):
        fault = "に数字でない文字が入っています"
    else:
        fault = f"が{len(number)}桁です"
    raise NumberUnreadable(f"{label}{fault}。カードなどに書かれた{LENGTH}桁の数字を入力してください。", field)


def grouped(number: str) -> str:
    """A number as the card prints it, 4 4 4 2.

    >>> grouped("12345678901234")
    '1234 5678 9012 34'
    """
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))
