"""証明の規則: how long it holds, and its code. Plain Python."""

import unicodedata
from datetime import date

from stdnum import luhn

from ccus.foundation.refusals import Refusal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's letters: none that is taken for another one."""
LENGTH, GROUP = 20, 5
_BITS = 5
_MEANT = str.maketrans("OIL", "011")
_NOT_WRITTEN = {"Zs", "Cc", "Cf", "Pd"}
LASTS_YEARS = ((date(2019, 4, 1), 1),)
"""How many years a certificate holds that was issued since a day (PROOF-06)."""
MOST_STANDING = 20
"""Certificates of one worker that hold at a time (PROOF-03)."""
LONGEST_TYPED = 80


class CodeUnreadable(Refusal):
    """確認コードの誤り: what was typed cannot be a code; nothing was looked up (PROOF-05)."""


def code_of(secret: bytes) -> str:
    """確認コード: 19 letters out of a secret of at least 12 bytes, and a check letter."""
    number = int.from_bytes(secret, "big") >> (8 * len(secret) - _BITS * (LENGTH - 1))
    body = "".join(ALPHABET[number >> _BITS * place & 31] for place in reversed(range(LENGTH - 1)))
    return body + luhn.calc_check_digit(body, ALPHABET)


def grouped(code: str) -> str:
    """As the paper prints it, in groups of five.

    >>> grouped("0123456789ABCDEFGHJK")
    '01234-56789-ABCDE-FGHJK'
    """
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """The code that was meant: any width, case and grouping; O is 0, I and L are 1. Raises `CodeUnreadable`."""
    plain = unicodedata.normalize("NFKC", typed[:LONGEST_TYPED]).upper()
    kept = "".join(c for c in plain if unicodedata.category(c) not in _NOT_WRITTEN and c not in "ー_.・")
    code = kept.translate(_MEANT)
    if not code:
        raise CodeUnreadable(
            "確認コードが入力されていません。証明書に書かれた20文字を入力してください。", "code"
        )
    strange = next((c for c in code if c not in ALPHABET), "")
    if strange:
        raise CodeUnreadable(
            f"「{strange}」は、確認コードに使われない文字です。証明書をもう一度見てください。", "code"
        )
    if len(code) != LENGTH:
        raise CodeUnreadable(
            f"確認コードは{LENGTH}文字です。入力は{len(code)}文字でした。証明書をもう一度見てください。",
            "code",
        )
    if not luhn.is_valid(code, ALPHABET):
        raise CodeUnreadable("確認コードのどこかの文字がちがいます。証明書をもう一度見てください。", "code")
    return code


def expires_on(issued_on: date) -> date:
    """The first day on which a certificate of that day no longer holds; 29 February is followed by 1 March."""
    years = next(years for since, years in reversed(LASTS_YEARS) if since <= issued_on)
    try:
        return issued_on.replace(year=issued_on.year + years)
    except ValueError:
        return date(issued_on.year + years, 3, 1)
