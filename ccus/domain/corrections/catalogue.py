"""修正できる区分: of workers and of companies, with their tables and lists (FIX-01)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.db.models import Model

from ccus.domain.companies import blocks as of_companies
from ccus.domain.companies import options as company_options
from ccus.domain.companies import refused as company_refused
from ccus.domain.companies import tables as company_tables
from ccus.domain.companies.models import Company
from ccus.domain.corrections.models import ChangeSet
from ccus.domain.corrections.terms import Side
from ccus.domain.workers import options as worker_options
from ccus.domain.workers import refused as worker_refused
from ccus.domain.workers import tables as worker_tables
from ccus.domain.workers.actions.affiliation import AlreadyAffiliated, MainAffiliationTaken
from ccus.domain.workers.blocks import catalogue as of_workers
from ccus.domain.workers.blocks.catalogue import Registered
from ccus.domain.workers.models import Worker
from ccus.domain.workers.rules import LASTING
from ccus.foundation.entry.options import Option
from ccus.foundation.kept.catalogue import KeptBlock
from ccus.foundation.kept.tables import Tables
from ccus.foundation.refusals import Refusal

AFFILIATION, TRADES, IDENTITY = "affiliation", "trades", "identity"
MOVES_SIGHT = frozenset({AFFILIATION})
"""区分 from whose facts it follows who sees whom (FIX-05)."""


@dataclass(frozen=True, slots=True)
class Realm:
    """登録の側: the blocks that a correction puts right, in the order of pages, and all they need.

    `owner` is the column that names whose row it is, `model` its table; `lasting`: blocks that nobody is without, which
    `must_stand` refuses to remove. `refusals`: constraint of a block's table → what it stands for.
    """

    owner: str
    number_label: str
    model: type[Model]
    blocks: Mapping[str, KeptBlock]
    lasting: frozenset[str]
    tables: Tables
    options: Callable[[str], tuple[Option, ...]]
    codes: Callable[[str], Collection[str]]
    must_stand: Callable[[KeptBlock], Refusal]
    refusals: Callable[[KeptBlock], Mapping[str, Refusal]]


def _of_worker(registered: Registered) -> dict[str, Refusal]:
    """Constraint → refusal; a link's in the words of who puts it right, not of who asks for it."""
    if registered.block.key != AFFILIATION:
        return worker_refused.refusals_of(registered)
    return {
        "affiliation_one_main": MainAffiliationTaken(
            "同じ日に、別の「主たる所属」があります。どちらかの「主たる所属」を外してください。", "is_main"
        ),
        "affiliation_once_a_company": AlreadyAffiliated(
            "同じ日に、同じ事業者への所属がもう一つあります。重ならない日にするか、行を外してください。",
            "company",
        ),
    }


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
        lambda kept: worker_refused.must_stand(of_workers.BY_KEY[kept.block.key]),
        lambda kept: _of_worker(of_workers.BY_KEY[kept.block.key]),
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
        company_refused.stays,
        company_refused.refusals_of,
    ),
}


def realm_of(side: str) -> Realm:
    """The side's blocks, tables and lists. Raises ValueError for a side that does not exist."""
    return _REALMS[Side(side)]


def kept_of(change_set: ChangeSet) -> KeptBlock:
    """The 区分 of a set."""
    return realm_of(change_set.side).blocks[change_set.block]
