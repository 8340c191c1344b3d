"""知らせる: what the applicant hears of an application, by notice and mail (APP-17)."""

from datetime import datetime

from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.actions import tell, write_mail
from ccus.domain.notices.texts import Text
from ccus.domain.workers.models import Contact
from ccus.foundation.clock import day_of
from ccus.foundation.superseding import standing_on


def inform(case: Application, text: Text, *, at: datetime, **values: object) -> None:
    """Tell whoever filed, once for one step of the case; `number` and `kind` are given to every text."""
    said: dict[str, object] = {"number": case.number, "kind": ApplicationKind(case.kind).label} | values
    source = f"application:{case.pk}:{case.steps}"
    if case.company_id is not None:
        tell_company(
            case.company_id, text=text, source=source, at=at, power=Power.COMPANY_DATA, mail=True, **said
        )
        return
    for account in _accounts(case):
        tell(account=account, text=text, source=source, at=at, **said)
    write_mail(to=_address(case, at), text=text, source=source, at=at, **said)


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
