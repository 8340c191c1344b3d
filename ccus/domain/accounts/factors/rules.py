"""確認コードの規則 (SIGN-25): pure, no clock, no database."""

import unicodedata
from datetime import datetime

PERIOD_SECONDS = 30
TOLERANCE = 1
"""How many half minutes a telephone's clock may go before or behind."""
MOST_PASSKEYS = 20
RECOVERY_CODES = 10
LONGEST_NAME = 60
PROVED_SECONDS = 5 * 60
"""How long a password or a factor that was given counts as given a moment ago (SIGN-23)."""


def counters(at: datetime) -> range:
    """The half minutes whose codes are taken at an instant, the oldest first."""
    now = int(at.timestamp()) // PERIOD_SECONDS
    return range(now - TOLERANCE, now + TOLERANCE + 1)


def typed_code(text: str) -> str:
    """A code as it is compared: full width, spaces and hyphens put right."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isdecimal())
