"""代行にまかせる: a worker gives an application that is already begun to a company with a mandate (PROXY-08)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.applications.messages import tell_entrusted
from ccus.domain.applications.models import CaseProxy
from ccus.domain.applications.policies import held, require_state
from ccus.domain.applications.terms import CLOSED, ENTRUSTABLE, ApplicationKind, State
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.proxies.policies import NotToBeEntrusted, mandate_held
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.refusals import Refusal


class EntrustedAlready(Refusal):
    """まかせている申請: once to one company (PROXY-08)."""


@transaction.atomic
def entrust_case(*, number: str, company: Company, by: Actor, at: datetime) -> None:
    """申請を代行にまかせる, by the worker, to a company that has a mandate today (PROXY-08).

    Raises `NotAllowed`, `NotToBeEntrusted`, `EntrustedAlready`, `AlreadyClosed`.
    """
    case = held(number)
    if case.worker_id is None or by != Actor(ActorKind.WORKER, case.worker_id):
        raise NotAllowed("申請をまかせられるのは、申請する技能者本人だけです。本人に頼んでください。")
    if ApplicationKind(case.kind) not in ENTRUSTABLE:
        raise NotAllowed("この申請は、代行にまかせられません。自分で続けてください。")
    require_state(case, *(state for state in State if state not in CLOSED), doing="代行にまかせること")
    one_at_a_time("mandate", case.worker_id)
    mandate = mandate_held(worker=case.worker_id, company=company.pk, on=day_of(at))
    if mandate is None:
        raise NotToBeEntrusted(
            f"{company.name}には、いま代行を委任していません。先に「代行の委任」から委任してください。",
            "company",
        )
    already = EntrustedAlready(
        f"この申請は、もう{company.name}にまかせています。そのまま待ってください。", "company"
    )
    with transaction.atomic(), refusing({"case_proxy_once": already}):
        CaseProxy.objects.create(application=case, company=company, mandate=mandate, at=at, by=str(by))
    tell_entrusted(case, company.pk, at=at)
    to = f"company:{company.pk}"
    record(act=Act.CASE_ENTRUSTED, by=by, at=at, subject=("application", case.pk), company=to)
