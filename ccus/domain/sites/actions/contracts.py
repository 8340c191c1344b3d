"""契約情報・工事情報: one row a contract; a change takes one away and adds another (SITE-16)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.sites.contracting import ContractItems
from ccus.domain.sites.models import Site, SiteContract
from ccus.domain.sites.policies import require_prime
from ccus.domain.sites.rows import put_contract
from ccus.foundation.refusals import Refusal


class ContractRemoved(Refusal):
    """削除した契約: removed or changed by somebody else first (SITE-16)."""


@transaction.atomic
def add_contract(*, site: Site, items: ContractItems, by: Actor, at: datetime) -> SiteContract:
    """契約の登録 by the prime (SITE-16). Raises `ContractUnreadable`, `PeriodBackwards`."""
    require_prime(by, site)
    contract = put_contract(site, items, by=by, at=at)
    record(act=Act.SITE_CONTRACT_ADDED, by=by, at=at, subject=("site_contract", contract.pk))
    return contract


@transaction.atomic
def change_contract(*, contract: SiteContract, items: ContractItems, by: Actor, at: datetime) -> SiteContract:
    """契約の変更: what stood before stays readable (SITE-16). Raises as `add_contract`, and `ContractRemoved`."""
    require_prime(by, contract.site)
    _take_away(contract, at=at)
    changed = put_contract(contract.site, items, by=by, at=at)
    record(
        act=Act.SITE_CONTRACT_CHANGED,
        by=by,
        at=at,
        subject=("site_contract", changed.pk),
        before=contract.pk,
    )
    return changed


@transaction.atomic
def remove_contract(*, contract: SiteContract, by: Actor, at: datetime) -> None:
    """契約の削除, once (SITE-16). Raises `ContractRemoved`."""
    require_prime(by, contract.site)
    _take_away(contract, at=at)
    record(act=Act.SITE_CONTRACT_REMOVED, by=by, at=at, subject=("site_contract", contract.pk))


def _take_away(contract: SiteContract, *, at: datetime) -> None:
    if not SiteContract.objects.filter(pk=contract.pk, removed_at=None).update(removed_at=at):
        raise ContractRemoved(
            f"契約「{contract.name}」は、先にほかの人が変更したか、削除しました。"
            "現場のページを開き直して、今の内容を確かめてください。"
        )
