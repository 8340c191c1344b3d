"""書類のための事業者: what is registered about firms on a day."""

from collections.abc import Collection
from datetime import date

from ccus.domain.companies.models import Company
from ccus.domain.papers.values import Firm


def firms_of(companies: Collection[int], day: date) -> dict[int, Firm]:
    """Company → what papers say of it. A constant number of statements."""
    rows = Company.objects.in_bulk(list(companies))
    return {key: Firm(name=row.name, number=row.number, kana=row.name_kana) for key, row in rows.items()}
