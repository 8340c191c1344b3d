"""知らせる: what the applicant hears of an application, by notice and mail (APP-17)."""

from datetime import datetime

from ccus.domain.applications.models import Application, CaseProxy
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import company_of
from ccus.domain.companies.terms import Power
from ccus.domain.notices.actions import tell, write_mail
from ccus.domain.notices.texts import Text
from ccus.domain.proxies.policies import mandate_held
from ccus.domain.recovery.addresses import tell_everywhere
from ccus.domain.workers.models import Contact
from ccus.foundation.clock import day_of
from ccus.foundation.superseding import standing_on


def inform(case: Application, text: Text, *, at: datetime, **values: object) -> None:
    """Tell whoever filed a text, once for one step of the case; `number` and `kind` are given to every text."""
    said: dict[str, object] = {"number": case.number, "kind": ApplicationKind(case.kind).label} | values
    source = f"application:{case.pk}:{case.steps}:{text}"
    if case.company_id is not None:
        tell_company(
            case.company_id, text=text, source=source, at=at, power=Power.COMPANY_DATA, mail=True, **said
        )
        return
    for account in _accounts(case):
        tell(account=account, text=text, source=source, at=at, **said)
    write_mail(to=_address(case, at), text=text, source=source, at=at, **said)
    for company in _proxies(case, at):
        _tell_proxy(company, text, source, at, **said)


def tell_of_proxy(case: Application, by: Actor, *, at: datetime) -> None:
    """The worker, that somebody else handed the application in (PROXY-06); nothing where it was the worker.

    Own addresses hear of it too: the registered one is what somebody else may be changing.
    """
    company = company_of(by) if by.client is not None else None
    if company is None or case.worker is None:
        return
    tell_everywhere(
        worker=case.worker,
        text=Text.FILED_BY_PROXY,
        source=f"application:{case.pk}:{case.steps}:proxy",
        at=at,
        company=Company.objects.values_list("name", flat=True).get(pk=company),
        number=case.number,
        kind=ApplicationKind(case.kind).label,
    )


def tell_entrusted(case: Application, company: int, *, at: datetime) -> None:
    """The company, that the worker gave it an application (PROXY-08)."""
    source = f"application:{case.pk}:entrusted:{company}"
    said = {"number": case.number, "kind": ApplicationKind(case.kind).label}
    number = case.worker.number if case.worker is not None else ""
    _tell_proxy(company, Text.CASE_ENTRUSTED, source, at, worker_number=number, **said)


def _tell_proxy(company: int, text: Text, source: str, at: datetime, **said: object) -> None:
    power = Power.FILE_FOR_WORKERS
    tell_company(company, text=text, source=source, at=at, power=power, mail=True, **said)


def _proxies(case: Application, at: datetime) -> list[int]:
    """The companies that file it for the worker and may still do so."""
    if case.worker_id is None:
        return []
    companies = CaseProxy.objects.filter(application=case).values_list("company", flat=True)
    worker, on = case.worker_id, day_of(at)
    return [each for each in companies if mandate_held(worker=worker, company=each, on=on) is not None]


def _accounts(case: Application) -> list[int]:
    """The applicant's, and the worker's: whoever has just become a worker finds the news there too (G04-1)."""
    worker = case.applicant.worker if case.applicant is not None else case.worker
    both = [case.applicant.account_id if case.applicant else None, worker.account_id if worker else None]
    return [account for account in both if account is not None]


def _address(case: Application, at: datetime) -> str:
    if case.applicant is not None:
        return case.applicant.mail
    contact = standing_on(Contact.objects.filter(worker=case.worker_id), day_of(at)).first()
    return contact.mail if contact is not None else ""
