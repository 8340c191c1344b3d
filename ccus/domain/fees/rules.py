"""料金の規則."""

from datetime import date, timedelta

HIGHEST = 1_000_000
NOTE_LENGTH = 200
CANCELLED = "申請の取下げ"
BANK_FILE_BYTES, BANK_FILE_ROWS = 1024 * 1024, 2_000
_TERM = timedelta(days=30)


def due_on(charged_on: date) -> date:
    """支払期日 (FEE-03)."""
    return charged_on + _TERM
