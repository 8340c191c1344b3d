"""二つの側: what worker and company agree on; who acts for which side, and telling the other (REG-11, EMP-02).

For a company an account acts whose role has 所属技能者の管理; whoever of it acts, the side is the company.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from ccus.domain.audit.policies import require_one_of
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor as company_actor
from ccus.domain.companies.policies import company_of, require_company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.workers.models import Worker, WorkerName
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.foundation.clock import day_of
from ccus.foundation.identifiers import grouped
from ccus.foundation.superseding import standing_on


class Side(StrEnum):
    """側. OFFICE acts in the worker's place."""

    WORKER = "worker"
    COMPANY = "company"
    OFFICE = "office"

    def name_in(self, worker: Worker, company: Company) -> str:
        """How rows name the side: `worker:7` or `company:12`, whoever of it acted."""
        return str(company_actor(company) if self is Side.COMPANY else worker_actor(worker))


def side_of(by: Actor, worker: Worker, company: Company) -> Side:
    """The side for which somebody acts. Raises `NotAllowed` for strangers, and for roles without the power."""
    if by == worker_actor(worker):
        return Side.WORKER
    if company_of(by) == company.pk:
        require_company(by, company, Power.EMPLOYEES)
        return Side.COMPANY
    require_one_of(by, who="技能者本人か所属事業者")
    return Side.OFFICE


def tell_other_side(
    side: Side, worker: Worker, company: Company, *, text: Text, source: str, at: datetime, **values: Any
) -> None:
    """相手に知らせる, once for one `source`; what the office did is told to both (EMP-02).

    The company is named to the worker; to the company the フリガナ and 技能者ID, which everybody may see.
    """
    if side is not Side.WORKER and worker.account_id is not None:
        tell(account=worker.account_id, text=text, source=source, at=at, who=company.name, **values)
    if side is not Side.COMPANY:
        names = standing_on(WorkerName.objects.filter(worker=worker), day_of(at))
        who = f"{names.values_list('kana', flat=True).first() or ''}さん（技能者ID {grouped(worker.number)}）"
        tell_company(company.pk, text=text, source=source, at=at, power=Power.EMPLOYEES, who=who, **values)
