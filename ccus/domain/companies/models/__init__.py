"""Companies: the firm, what is registered about it, its organisation, and who signs in for it."""

from ccus.domain.companies.models.agent import AgentLicence
from ccus.domain.companies.models.company import Company
from ccus.domain.companies.models.profile import (
    CompanyBilling,
    CompanyCapital,
    CompanyIdentity,
    CompanyInsurance,
    CompanyLicence,
    CompanyLicensing,
    CompanyLocation,
    CompanyResponsible,
    CompanyRetirement,
)
from ccus.domain.companies.models.seats import Seat, Unit
from ccus.domain.companies.models.term import CompanyTerm

__all__ = [
    "AgentLicence",
    "Company",
    "CompanyBilling",
    "CompanyCapital",
    "CompanyIdentity",
    "CompanyInsurance",
    "CompanyLicence",
    "CompanyLicensing",
    "CompanyLocation",
    "CompanyResponsible",
    "CompanyRetirement",
    "CompanyTerm",
    "Seat",
    "Unit",
]
