"""秘密の写し: digests with the server's secret, of what proves something for a while."""

import secrets
from datetime import date
from uuid import UUID

import jaconv
from django.utils.crypto import constant_time_compare, salted_hmac

from ccus.domain.recovery.rules import CODE_DIGITS, PHRASE_WORDS, TICKET_DIGITS, WORDS
from ccus.foundation.japanese import half_width

_SALT = "ccus.recovery"
BETWEEN_WORDS = "・"


def new_code() -> str:
    """確認番号 by chance."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def new_ticket() -> str:
    """受付番号 by chance, so that nobody finds the next one."""
    return f"{secrets.randbelow(10**TICKET_DIGITS):0{TICKET_DIGITS}d}"


def new_phrase() -> str:
    """合言葉 by chance: some plain words."""
    return BETWEEN_WORDS.join(secrets.choice(WORDS) for _ in range(PHRASE_WORDS))


def of_code(key: UUID, code: str) -> str:
    """A code, good for one asking."""
    return _digest("code", str(key), code)


def of_phrase(ticket: str, phrase: str) -> str:
    """A 合言葉, however people write it: in katakana, with or without signs between the words."""
    letters = (c for c in jaconv.kata2hira(half_width(phrase)) if c.isalpha())
    return _digest("phrase", ticket, "".join(letters).replace("ー", ""))


def of_proof(number: str, security_code: str, birth_on: date) -> str:
    """技能者ID, 本人確認番号 and birth date, as somebody typed them or as they are registered."""
    return _digest("proof", number, security_code, birth_on.isoformat())


def is_same(digest: str, other: str) -> bool:
    """Whether two digests are one, in a time that says nothing; nothing is never the same."""
    return constant_time_compare(digest, other) and bool(digest)


def _digest(*parts: str) -> str:
    return salted_hmac(_SALT, "|".join(parts), algorithm="sha256").hexdigest()
