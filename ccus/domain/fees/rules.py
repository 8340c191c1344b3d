"""料金の規則."""

from datetime import date, timedelta

from ccus.domain.fees.terms import FeeKind

HIGHEST = 3_000_000
NOTE_LENGTH = 200
CANCELLED = "申請の取下げ"
BANK_FILE_BYTES, BANK_FILE_ROWS = 1024 * 1024, 2_000
_TERM = timedelta(days=30)


def due_on(charged_on: date) -> date:
    """支払期日 (FEE-03)."""
    return charged_on + _TERM


_STEPS = (
    (0, FeeKind.COMPANY_UNDER_5M),
    (5_000, FeeKind.COMPANY_FROM_5M),
    (10_000, FeeKind.COMPANY_FROM_10M),
    (20_000, FeeKind.COMPANY_FROM_20M),
    (50_000, FeeKind.COMPANY_FROM_50M),
    (100_000, FeeKind.COMPANY_FROM_100M),
    (300_000, FeeKind.COMPANY_FROM_300M),
    (1_000_000, FeeKind.COMPANY_FROM_1B),
    (5_000_000, FeeKind.COMPANY_FROM_5B),
    (10_000_000, FeeKind.COMPANY_FROM_10B),
    (50_000_000, FeeKind.COMPANY_FROM_50B),
)


def of_company(*, capital: int, is_corporate: bool, is_sole: bool) -> FeeKind:
    """事業者登録料 by 資本金 in thousands of yen (FEE-10)."""
    if is_sole:
        return FeeKind.COMPANY_SOLE
    reached = capital if is_corporate else 0
    return [kind for least, kind in _STEPS if least <= reached][-1]
