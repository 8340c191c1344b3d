"""連絡先の読み取り: telephone, mail, postal code, as they are kept and as people write them."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, ValidationResult

from ccus.foundation.entry.block import Field
from ccus.foundation.entry.faults import Unreadable, quoted, unreadable
from ccus.foundation.identifiers import digits_of
from ccus.foundation.japanese import half_width

LONGEST_MAIL = 254
JAPAN = 81
_TEN_HERE = re.compile("[25-9]0")
"""Numbers of Japan have 9 digits after the first 0; those of mobile, internet and free lines 10."""
_TOO_SHORT = {ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY}
_DASHES = str.maketrans("‐‑–—―−ー・", "--------")
_PHONE = re.compile(r"\+?[0-9()\-. /]+")
_E164 = re.compile(r"\+[0-9]{6,15}")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_LEADS_SOMEWHERE = re.compile(r"[/:@<>\\]|[^\s.]\.[A-Za-z]{2}")
_HOW_TO_PHONE = (
    "「090-1234-5678」のように、市外局番から入力してください。外国の番号は、+と国番号から始めてください。"
)


def leading_somewhere(name: str) -> str:
    """What in a name looks like an address of the web or of a mailbox; empty where nothing does (PUB-08)."""
    strange = _LEADS_SOMEWHERE.search(half_width(name))
    return strange.group() if strange else ""


def phone(field: Field, typed: str) -> str:
    """電話番号 as E.164 (DATA-24). Numbers of Japan as people write them, of other countries with +."""
    plain = half_width(typed).translate(_DASHES).strip()
    if not _PHONE.fullmatch(plain):
        raise unreadable(field, plain, _HOW_TO_PHONE)
    try:
        number = phonenumbers.parse(plain, "JP")
    except NumberParseException as error:
        raise unreadable(field, plain, _HOW_TO_PHONE) from error
    judged = phonenumbers.is_possible_number_with_reason(number)
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    more = _more_than_here(number)
    if judged in _TOO_SHORT or more < 0:
        raise _wrong_count(field, plain, "足りません")
    if judged == ValidationResult.TOO_LONG or more > 0:
        raise _wrong_count(field, plain, "多すぎます")
    if judged != ValidationResult.IS_POSSIBLE or not _E164.fullmatch(e164):
        raise unreadable(field, plain, _HOW_TO_PHONE)
    return e164


def _more_than_here(number: phonenumbers.PhoneNumber) -> int:
    """How many digits a number of Japan has too many, negative for too few; 0 for other countries."""
    if number.country_code != JAPAN:
        return 0
    digits = str(number.national_number)
    return len(digits) - (10 if _TEN_HERE.match(digits) else 9)


def phone_words(e164: str) -> str:
    """A telephone number as people write it: 090-1234-5678, +84 91 234 56 78."""
    try:
        number = phonenumbers.parse(e164, None)
    except NumberParseException:
        return e164
    is_here = number.country_code == JAPAN
    written = phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if is_here else PhoneNumberFormat.INTERNATIONAL
    )
    try:
        again = phonenumbers.parse(written, "JP")
    except NumberParseException:
        return e164
    is_same = phonenumbers.format_number(again, PhoneNumberFormat.E164) == e164
    return written if is_same and _PHONE.fullmatch(written) else e164


def mail(field: Field, typed: str) -> str:
    """メールアドレス (DATA-25): a plain local part, a domain with a dot, Japanese domains too."""
    plain = half_width(typed).strip()
    local, at, domain = plain.rpartition("@")
    domain = domain.replace("。", ".")  # a dot to Japanese domains, and none to a mailbox
    if not at:
        raise unreadable(field, plain, "「名前@example.jp」のように、@を入れて入力してください。")
    if re.search(r"\s", plain):
        raise unreadable(field, plain, "途中の空白を消してください。")
    if not _LOCAL.fullmatch(local):
        raise unreadable(field, plain, "@の前は、半角の英数字と記号で入力してください。")
    ascii_domain = _ascii(domain)
    if not _DOMAIN.fullmatch(ascii_domain):
        raise unreadable(field, plain, "@の後は、「example.jp」のように点で区切って入力してください。")
    if len(f"{local}@{ascii_domain}") > LONGEST_MAIL or len(plain) > LONGEST_MAIL:
        raise Unreadable(
            f"{field.label}（{quoted(plain)}）が長すぎます。{LONGEST_MAIL}文字以内で入力してください。",
            field.name,
        )
    return f"{local}@{domain.lower()}"


def postcode(field: Field, typed: str) -> str:
    """郵便番号, 7 digits; those of offices and ones that no list knows too (DATA-26)."""
    digits = digits_of(half_width(typed).replace("〒", ""))
    if not re.fullmatch(r"[0-9]{7}", digits):
        raise unreadable(field, typed.strip(), "「100-0001」のように、7桁の数字で入力してください。")
    return digits


def postcode_words(digits: str) -> str:
    """A postal code as a form shows it.

    >>> postcode_words("1000001")
    '100-0001'
    """
    return f"{digits[:3]}-{digits[3:]}"


def _ascii(domain: str) -> str:
    try:
        return domain.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _wrong_count(field: Field, plain: str, fault: str) -> Unreadable:
    return Unreadable(
        f"{field.label}（{quoted(plain)}）の桁が{fault}。電話番号をもう一度確かめてください。", field.name
    )
