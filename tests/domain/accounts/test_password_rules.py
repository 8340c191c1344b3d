"""SIGN-03, SIGN-04: which passwords may be chosen."""

from datetime import date

import pytest

from ccus.domain.accounts.policies import common_passwords
from ccus.domain.accounts.rules import birth_date_forms, normalised, password_fault
from ccus.domain.accounts.terms import PasswordFault

MIRAI, BORN = "12345678901234", date(1989, 4, 1)


def fault(password: str) -> PasswordFault | None:
    return password_fault(password, login_id=MIRAI, birth_on=BORN, common=common_passwords())


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("ashiba-hashi", None),
        ("あしばをくむのがすきです", None),
        ("鉄筋 と 足場 と 青い空", None),
        ("ashiba-hash", PasswordFault.TOO_SHORT),
        ("a-b" * 43, PasswordFault.TOO_LONG),
        ("my12345678901234", PasswordFault.HOLDS_ID),
        ("1234-5678-9012-34!", PasswordFault.HOLDS_ID),
        ("１２３４５６７８９０１２３４", PasswordFault.HOLDS_ID),
        ("mirai19890401x", PasswordFault.HOLDS_BIRTH_DATE),
        ("mirai1989-4-1x", PasswordFault.HOLDS_BIRTH_DATE),
        ("mirai-h010401", PasswordFault.HOLDS_BIRTH_DATE),
        ("mirai-s64.4.1", None),
        ("aaaaaaaaaaaa", PasswordFault.REPEATS),
        ("abcabcabcabca", PasswordFault.REPEATS),
        ("234567890123", PasswordFault.RUNS),
        ("zyxwvutsrqpo", PasswordFault.RUNS),
        ("Password2026!", PasswordFault.COMMON),
        ("1qaz2wsx3edc", PasswordFault.COMMON),
    ],
)
def test_a_new_password_is_judged(password: str, why: PasswordFault | None) -> None:
    assert fault(password) is why


ABOUT = ("建設 未来", "ケンセツ ミライ", "Nguyen Van Anh", "aoi.sora-93@example.jp", "サトウ タロウ")


@pytest.mark.parametrize(
    "password",
    [
        "Kensetsu-2026-asa",
        "kensetsu_mirai",
        "NGUYEN no ashiba",
        "aoisora93-hashi",
        "建設 未来 と 鉄筋 の 空",
        "sato taro 5ji",
    ],
)
def test_a_password_holds_neither_name_nor_mail_address_of_its_owner(password: str) -> None:
    told = password_fault(password, login_id=MIRAI, birth_on=BORN, common=(), about=ABOUT)
    assert told is PasswordFault.HOLDS_NAME


@pytest.mark.parametrize("password", ["tekkin-to-ashiba", "van-no-naka-no-kagi", "example.jp-no-asa"])
def test_other_words_are_no_words_about_the_owner(password: str) -> None:
    assert password_fault(password, login_id=MIRAI, birth_on=BORN, common=(), about=ABOUT) is None


def test_wide_letters_are_the_same_key() -> None:
    assert normalised("ａｓｈｉｂａ") == "ashiba"


@pytest.mark.parametrize(
    ("on", "form"),
    [(date(2019, 5, 1), "r010501"), (date(1989, 1, 7), "s640107"), (date(1926, 12, 24), "t151224")],
)
def test_birth_dates_are_known_in_their_era_too(on: date, form: str) -> None:
    assert form in birth_date_forms(on)
