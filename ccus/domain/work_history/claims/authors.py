"""申告する人: the worker in person, or the 所属事業者 for its worker (CLAIM-05)."""

from ccus.domain.audit.policies import NotAllowed, require_own
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company, Seat
from ccus.domain.companies.policies import company_of, require_company
from ccus.domain.companies.terms import Power
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import as_actor

_WHO = "技能者本人か、入力する所属事業者"


def author_company(by: Actor, worker: Worker) -> Company | None:
    """The company that speaks for a worker; None for the worker in person and the office. Raises `NotAllowed`.

    Whether the worker belongs to it on the days in question, `firms.py` asks.
    """
    key = company_of(by)
    if key is None:
        require_own(by, as_actor(worker), who=_WHO)
        return None
    company = Company.objects.get(pk=key)
    require_company(by, company, Power.OWN_RECORDS)
    return company


def require_author(recorded_by: str, worker: Worker, by: Actor) -> None:
    """Only who said it may take it back or go on with it: the worker, or the company that entered it (CLAIM-05).

    The worker may under any ID (SAME-06). `recorded_by` is the actor as stored, `kind:id`; what the office entered is
    the worker's. The office neither takes back nor goes on for anybody. Raises `NotAllowed`.
    """
    if by.kind in {ActorKind.OPERATOR, ActorKind.SYSTEM}:
        raise NotAllowed(
            "申告を進めたり取り下げたりできるのは、入力した人だけです。入力した人に頼んでください。"
        )
    company = company_that_said(recorded_by)
    if company is None:
        own = [Actor(ActorKind.WORKER, key) for key in ids_of(worker.pk)]
        require_own(by, *own, who="入力した技能者本人")
    else:
        require_company(by, company, Power.OWN_RECORDS)


def company_that_said(recorded_by: str) -> Company | None:
    """The company for which a stored actor spoke; None for a person and the office."""
    kind, _, key = recorded_by.partition(":")
    if kind == ActorKind.COMPANY:
        return Company.objects.get(pk=key)
    if kind == ActorKind.SEAT:
        return Seat.objects.select_related("company").get(pk=key).company
    return None
