"""代理手続き: a firm lets one above it act for it in structures (SITE-21, D-28)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import company_of, require_company, scope_within
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import StructureProxy
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import already_changed, remainder, supersede


class AlreadyGiven(Refusal):
    """代理手続きの重なり: given once to one firm at a time (SITE-21)."""


class ProxyOfItself(Refusal):
    """自社への代理手続き: a firm acts for itself anyway (SITE-21)."""


@transaction.atomic
def give_structure_proxy(*, giver: Company, taker: Company, by: Actor, at: datetime) -> StructureProxy:
    """代理手続きをまかせる from today, on all sites where the taker stands above: by the giver as a whole (SITE-21).

    Raises `ProxyOfItself`, `AlreadyGiven`.
    """
    _require_whole_company(by, giver)
    if giver.pk == taker.pk:
        raise ProxyOfItself(
            "自社に代理手続きをまかせることは、できません。上位の事業者を選んでください。", "company"
        )
    given = AlreadyGiven(
        f"{taker.name}には、すでに代理手続きをまかせています。やめるときは、その代理手続きを終えてください。",
        "company",
    )
    one_at_a_time("structure_proxy", giver.pk)
    with refusing({"structure_proxy_once": given}):
        proxy = StructureProxy.objects.create(
            giver=giver, taker=taker, valid_from=day_of(at), recorded_at=at, recorded_by=str(by)
        )
    record(act=Act.STRUCTURE_PROXY_GIVEN, by=by, at=at, subject=("structure_proxy", proxy.pk))
    _tell(Text.STRUCTURE_PROXY_GIVEN, proxy, at=at)
    return proxy


@transaction.atomic
def end_structure_proxy(*, proxy: StructureProxy, by: Actor, at: datetime) -> None:
    """代理手続きを終える, by either side; from this moment nothing more is done under it (SITE-21, D-28).

    Raises `AlreadyChanged`.
    """
    _require_whole_company(by, proxy.taker if company_of(by) == proxy.taker_id else proxy.giver)
    one_at_a_time("structure_proxy", proxy.giver_id)
    if proxy.valid_until is not None:
        raise already_changed()
    supersede(proxy, at=at)
    if proxy.valid_from < day_of(at):
        remainder(proxy, Period(proxy.valid_from, day_of(at)))
    record(act=Act.STRUCTURE_PROXY_ENDED, by=by, at=at, subject=("structure_proxy", proxy.pk))
    _tell(Text.STRUCTURE_PROXY_ENDED, proxy, at=at)


def _require_whole_company(by: Actor, company: Company) -> None:
    require_company(by, company, Power.STRUCTURE)
    if company_of(by) == company.pk and scope_within(by, company.pk, Power.STRUCTURE) is not Scope.ALL:
        raise NotAllowed(
            f"{company.name}の代理手続きを決めるのは、事業者責任者です。事業者責任者に頼んでください。"
        )


def _tell(text: Text, proxy: StructureProxy, *, at: datetime) -> None:
    for company in (proxy.giver_id, proxy.taker_id):
        tell_company(
            company,
            text=text,
            source=f"{text}:{proxy.pk}",
            at=at,
            giver=proxy.giver.name,
            taker=proxy.taker.name,
        )
