"""まかせる: noting that a company files an application for a worker, as part of an act (PROXY-08)."""

from datetime import datetime

from ccus.domain.applications.models import Application, CaseProxy
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.policies import company_of


def entrust(case: Application, by: Actor, *, at: datetime) -> None:
    """What somebody opens for a worker is the company's to go on with; nothing where the worker opened it."""
    company = company_of(by)
    if company is not None and by.mandate is not None:
        CaseProxy.objects.create(
            application=case, company_id=company, mandate_id=by.mandate, at=at, by=str(by)
        )
