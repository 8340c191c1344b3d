"""代行の委任: a licensed agent, and a mandate that stands."""

from datetime import date

from ccus.domain.companies.models import AgentLicence, Company
from ccus.domain.workers.models import Mandate, Worker
from ccus.domain.workers.terms import Mandated
from tests.factories import companies
from tests.factories.facts import RECORDED_AT

SINCE = date(2026, 4, 1)
_FACT = {"valid_from": SINCE, "recorded_at": RECORDED_AT, "recorded_by": "system:0"}


def licence(company: Company, **values: object) -> AgentLicence:
    """The office has marked the company as an agent."""
    return AgentLicence.objects.create(**({"company": company, "number": "12345678"} | _FACT | values))


def agent(name: str = "見本行政書士事務所") -> Company:
    """登録行政書士."""
    marked: Company = companies.company(name=name, name_kana="ミホンギョウセイショシジムショ")
    licence(marked)
    return marked


def mandate(worker: Worker, company: Company, **values: object) -> Mandate:
    """A mandate to file, since April."""
    fact = {"worker": worker, "company": company, "acts": [Mandated.FILE_APPLICATIONS]}
    return Mandate.objects.create(**(fact | _FACT | {"valid_until": date(2027, 4, 1)} | values))
