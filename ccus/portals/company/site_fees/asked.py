"""見る月: the month that an address names."""

from datetime import date

from django.http import Http404

from ccus.domain.site_fees.reading import POWER

__all__ = ["POWER", "month_asked"]


def month_asked(text: str) -> date:
    """The first day of the month `2026-11`. Raises Http404."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Http404 from error
