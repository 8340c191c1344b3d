"""Companies: the firm, its organisation, and who signs in for it."""

from ccus.domain.companies.models.company import Company
from ccus.domain.companies.models.seats import Seat, Unit
from ccus.domain.companies.models.term import CompanyTerm

__all__ = ["Company", "CompanyTerm", "Seat", "Unit"]
