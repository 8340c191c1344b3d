"""パスワードとログイン試行の規則 (SIGN-02 to SIGN-08): pure, no clock, no database."""

import unicodedata
from collections.abc import Collection, Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from itertools import pairwise

import jaconv

from ccus.domain.accounts.terms import Counted, PasswordFault

SHORTEST, LONGEST = 12, 128
INITIAL_LENGTH = 13
INITIAL_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
INITIAL_LASTS = timedelta(days=60)
LONGEST_OFFICER_NAME = 120
_LONGEST_UNIT = 4
_SHORTEST_WORD = 4
_ERAS = (
    (date(2019, 5, 1), "r"),
    (date(1989, 1, 8), "h"),
    (date(1926, 12, 25), "s"),
    (date(1912, 7, 30), "t"),
)


@dataclass(frozen=True, slots=True)
class Limit:
    """回数の上限: at most `tries` failed tries within one `window`; then wait until the window ends."""

    tries: int
    window: timedelta

    def window_at(self, at: datetime) -> tuple[datetime, datetime]:
        """The window an instant falls into: start and end. Windows lie on a fixed grid since 1970."""
        seconds = int(self.window.total_seconds())
        start = int(at.timestamp()) // seconds * seconds
        begun = datetime.fromtimestamp(start, UTC)
        return begun, begun + self.window


LIMITS = {
    Counted.ACCOUNT: Limit(5, timedelta(minutes=5)),
    Counted.DEVICE: Limit(10, timedelta(minutes=5)),
    Counted.NETWORK: Limit(300, timedelta(minutes=5)),
    Counted.ASKED_MAIL: Limit(3, timedelta(hours=1)),
    Counted.ASKED_NETWORK: Limit(60, timedelta(hours=1)),
    Counted.KNOWN_PERSON: Limit(5, timedelta(days=1)),
    Counted.OPENED: Limit(20, timedelta(days=1)),
    Counted.ASKED_WORKER: Limit(20, timedelta(days=1)),
    Counted.ASKED_MANDATE: Limit(50, timedelta(days=1)),
    Counted.CHECKED_CODE: Limit(60, timedelta(hours=1)),
    Counted.SPREAD: Limit(30, timedelta(minutes=5)),
    Counted.FAILING: Limit(3, timedelta(minutes=1)),
    Counted.EVERYWHERE: Limit(120, timedelta(minutes=1)),
    Counted.ASKED_RESET: Limit(3, timedelta(hours=1)),
    Counted.OPENED_RESET: Limit(5, timedelta(hours=1)),
    Counted.TAKEN_RESET: Limit(5, timedelta(hours=1)),
    Counted.RESET_NETWORK: Limit(60, timedelta(hours=1)),
    Counted.LINKED_SYSTEM: Limit(60, timedelta(minutes=1)),
}
"""SIGN-06, SIGN-07, SIGN-13, SIGN-14, PUB-09, APP-16, APP-22, EMP-01, PROOF-05, RESET-03, RESET-08, DISC-14: strict for
one account, address or company, generous for one network, so that a site's address is not one person.
"""
SPRAY_LASTS = timedelta(minutes=5)
"""How long after its last minute a spray is still reckoned with (SIGN-13)."""


def normalised(password: str) -> str:
    """The password as it is hashed: full-width letters and their narrow forms are the same key (SIGN-03)."""
    return unicodedata.normalize("NFKC", password)


def network_of(address: str) -> str:
    """The network an address stands for: an IPv4 address itself, the /64 of an IPv6 address.

    A socket for both kinds writes IPv4 as ::ffff:192.0.2.7; by its /64 the whole of IPv4 would be one network.
    """
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        return str(ip.ipv4_mapped or ip_network((ip, 64), strict=False))
    return str(ip)


def password_fault(
    password: str,
    *,
    login_id: str,
    birth_on: date | None,
    common: Container[str],
    about: Collection[str] = (),
) -> PasswordFault | None:
    """Why a new password is refused, or None (SIGN-04). `common` holds words in lower case.

    `about` are names and mail addresses of the owner, as they are written.
    """
    plain = normalised(password).lower()
    if len(plain) < SHORTEST:
        return PasswordFault.TOO_SHORT
    if len(plain) > LONGEST:
        return PasswordFault.TOO_LONG
    held = _held(plain, login_id=login_id, birth_on=birth_on, about=about)
    if held is not None:
        return held
    if repeats(plain):
        return PasswordFault.REPEATS
    if runs(plain):
        return PasswordFault.RUNS
    if plain in common or core(plain) in common:
        return PasswordFault.COMMON
    return None


def _held(
    plain: str, *, login_id: str, birth_on: date | None, about: Collection[str]
) -> PasswordFault | None:
    digits = "".join(c for c in plain if c.isdecimal())
    if login_id in digits:
        return PasswordFault.HOLDS_ID
    if birth_on is not None and any(form in plain or form in digits for form in birth_date_forms(birth_on)):
        return PasswordFault.HOLDS_BIRTH_DATE
    letters = "".join(c for c in plain if c.isalnum())
    if any(form in letters for text in about for form in name_forms(text)):
        return PasswordFault.HOLDS_NAME
    return None


def birth_date_forms(on: date) -> tuple[str, ...]:
    """How people type a birth date: 19890401, 890401, h010401, 1989/4/1, 1989-04-01 and so on."""
    letter, year = next((letter, on.year - since.year + 1) for since, letter in _ERAS if on >= since)
    forms = [
        f"{on:%Y%m%d}",
        f"{on:%y%m%d}",
        f"{letter}{year:02d}{on:%m%d}",
        f"{letter}{year}.{on.month}.{on.day}",
    ]
    forms += [f"{on.year}{sep}{on.month}{sep}{on.day}" for sep in "/-."]
    forms += [f"{on:%Y}{sep}{on:%m}{sep}{on:%d}" for sep in "/-."]
    return tuple(forms)


def name_forms(text: str) -> frozenset[str]:
    """How people type a name or a mail address: its words of four letters or more and all of them in one, kana in
    roman letters too, with long vowels written out or not.
    """
    written = normalised(text.partition("@")[0]).lower()
    spellings = {written, jaconv.kana2alphabet(jaconv.kata2hira(written))}
    spellings |= {one.replace("ou", "o").replace("oo", "o").replace("uu", "u") for one in spellings}
    forms = {form for one in spellings for form in (one, *one.split())}
    letters = {"".join(c for c in form if c.isalnum()) for form in forms}
    return frozenset(form for form in letters if len(form) >= _SHORTEST_WORD)


def repeats(text: str) -> bool:
    """The whole text is one short piece again and again: aaaaaaaaaaaa, abcabcabcabc."""
    return any(text == (text[:n] * len(text))[: len(text)] for n in range(1, _LONGEST_UNIT + 1))


def runs(text: str) -> bool:
    """Every character follows the one before: 234567890123, abcdefghijkl, and the same backwards."""
    steps = {
        (ord(b) - ord(a)) % 10 if a.isdecimal() and b.isdecimal() else ord(b) - ord(a)
        for a, b in pairwise(text)
    }
    return steps in ({1}, {-1}, {9})


def core(text: str) -> str:
    """The word inside: what is left when digits and signs at both ends are taken off (password2026! → password)."""
    letters = [i for i, c in enumerate(text) if c.isalpha()]
    return text[letters[0] : letters[-1] + 1] if letters else text
