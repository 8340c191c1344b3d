"""修正できる区分: of workers and of companies, with their tables and lists (FIX-01)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.db.models import Model

from ccus.domain.companies import blocks as of_companies
from ccus.domain.companies import options as company_options
from ccus.domain.companies import tables as company_tables
from ccus.domain.companies.models import Company
from ccus.domain.corrections.models import ChangeSet
from ccus.domain.corrections.terms import Side
from ccus.domain.workers import options as worker_options
from ccus.domain.workers import tables as worker_tables
from ccus.domain.workers.blocks import catalogue as of_workers
from ccus.domain.workers.models import Worker
from ccus.domain.workers.rules import LASTING
from ccus.foundation.entry.options import Option
from ccus.foundation.kept.catalogue import KeptBlock
from ccus.foundation.kept.tables import Tables

AFFILIATION, TRADES, IDENTITY = "affiliation", "trades", "identity"


@dataclass(frozen=True, slots=True)
class Realm:
    """登録の側: the blocks that a correction puts right, in the order of pages, and all they need.

    `owner` is the column that names whose row it is, `model` its table; `lasting`: blocks that nobody is without.
    """

    owner: str
    number_label: str
    model: type[Model]
    blocks: Mapping[str, KeptBlock]
    lasting: frozenset[str]
    tables: Tables
    options: Callable[[str], tuple[Option, ...]]
    codes: Callable[[str], Collection[str]]


_REALMS = {
    Side.WORKER: Realm(
        "worker",
        "技能者ID",
        Worker,
        {each.block.key: each for each in of_workers.CATALOGUE if not each.is_fixed},
        LASTING,
        worker_tables.KEPT,
        worker_options.options,
        worker_options.codes,
    ),
    Side.COMPANY: Realm(
        "company",
        "事業者ID",
        Company,
        of_companies.BY_KEY,
        of_companies.LASTING,
        company_tables.KEPT,
        company_options.options,
        company_options.codes,
    ),
}


def realm_of(side: str) -> Realm:
    """The side's blocks, tables and lists. Raises ValueError for a side that does not exist."""
    return _REALMS[Side(side)]


def kept_of(change_set: ChangeSet) -> KeptBlock:
    """The 区分 of a set."""
    return realm_of(change_set.side).blocks[change_set.block]
