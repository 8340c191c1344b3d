"""利用料の言葉: how a month and an account are named."""

from datetime import date

SUBJECT = "site_invoice:"
"""What a charge of site fees is for, before the key of the account."""


def month_words(month: date) -> str:
    """2026年10月."""
    return f"{month.year}年{month.month}月"


def bill_number(month: date, company_number: str) -> str:
    """請求番号: the month and the 事業者ID (USE-10).

    >>> bill_number(date(2026, 10, 1), "20000000000017")
    '202610-20000000000017'
    """
    return f"{month:%Y%m}-{company_number}"
