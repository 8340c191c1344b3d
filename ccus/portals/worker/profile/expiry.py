"""有効期限の見せ方: a word and a shape for what has run out or soon will (PORTAL-12). Pure."""

from datetime import date, timedelta

from ccus.foundation.entry.block import Value
from ccus.ui.badges import Badge

SOON = timedelta(days=90)
EXPIRED = Badge("期限切れ", "refused", "cross")
EXPIRES_SOON = Badge("もうすぐ期限", "pending", "clock")


def is_valid(expires: Value, *, on: date) -> bool:
    """Whether something may still be relied on: its last day is part of it, and without one it lasts for ever."""
    return expires is None or date.fromisoformat(str(expires)) >= on


def expiry_badge(expires: Value, *, on: date) -> Badge | None:
    """What stands beside an expiry date on that day; None where there is nothing to be said."""
    if not is_valid(expires, on=on):
        return EXPIRED
    is_near = expires is not None and date.fromisoformat(str(expires)) - on <= SOON
    return EXPIRES_SOON if is_near else None
