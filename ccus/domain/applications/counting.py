"""数える申請: what a filer may be told or begin in a day (APP-16, APP-22)."""

from datetime import datetime

from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import TooManyTries, Try, count, is_used_up
from ccus.domain.audit.terms import Actor


def require_untold(filer: Actor, *, at: datetime) -> None:
    """Refuse whoever was told too often today that somebody is registered, whatever is submitted now (APP-16)."""
    attempt = Try(((Counted.KNOWN_PERSON, str(filer)),), at)
    if is_used_up(attempt):
        raise TooManyTries(Counted.KNOWN_PERSON, attempt.ends())


def count_telling(filer: Actor, *, at: datetime) -> None:
    """One more telling. Raises `TooManyTries`."""
    count(Try(((Counted.KNOWN_PERSON, str(filer)),), at))


def count_opening(filer: Actor, *, at: datetime) -> None:
    """One more application of today; who files for others has as many for each. Raises `TooManyTries` (APP-22)."""
    whose = str(filer) if filer.client is None else f"{filer}:{filer.client}"
    count(Try(((Counted.OPENED, whose),), at))
