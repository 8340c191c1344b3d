"""登録された事業者情報を読む: the blocks of a company as they hold on a day (REG-20, D-26)."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from ccus.domain.companies.blocks import BY_KEY
from ccus.domain.companies.tables import KEPT
from ccus.foundation.kept.rows import FactRow, Wanted, rows_of

Facts = dict[str, tuple[FactRow, ...]]


def company_facts(
    company: int, *, on: date, known_at: datetime | None = None, keys: Collection[str] | None = None
) -> Facts:
    """事業者情報: block → rows that hold on a day, as known at an instant (now, unless said); one statement a block.

    建設業許可 from their day on, expired ones too, the latest first. Raises KeyError for a block that does not exist.
    """
    return facts_of_companies([company], on=on, known_at=known_at, keys=keys)[company]


def facts_of_companies(
    companies: Collection[int],
    *,
    on: date,
    known_at: datetime | None = None,
    keys: Collection[str] | None = None,
) -> dict[int, Facts]:
    """The same of many companies, in as many statements as of one."""
    wanted = sorted(BY_KEY if keys is None else frozenset(keys))
    facts: dict[int, Facts] = {company: dict.fromkeys(wanted, ()) for company in companies}
    for key in wanted if facts else ():
        begun = Q(valid_from__lte=on)
        holding = begun if BY_KEY[key].is_listed else begun & (Q(valid_until=None) | Q(valid_until__gt=on))
        found: dict[int, list[FactRow]] = {}
        for company, row in rows_of(KEPT, BY_KEY[key], Wanted("company", facts, holding, known_at)):
            found.setdefault(company, []).append(row)
        for company, rows in found.items():
            facts[company][key] = tuple(sorted(rows, key=lambda row: (row.valid_from, row.id), reverse=True))
    return facts
