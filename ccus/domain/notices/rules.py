"""メールとお知らせの規則."""

from datetime import datetime, timedelta

TITLE_LENGTH, BODY_LENGTH = 120, 5_000
ADDRESS_LENGTH = 254
GIVEN_UP_AFTER = timedelta(days=3)
_STEPS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
_EVERY = timedelta(hours=4)


def next_try(at: datetime, tries: int) -> datetime:
    """When a mail is tried again that failed now, for the `tries`-th time (NOTE-04)."""
    return at + (_STEPS[tries - 1] if tries <= len(_STEPS) else _EVERY)
