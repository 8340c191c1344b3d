"""How long a registration is good for."""

from django.db import models

from ccus.domain.companies.models.company import Company
from ccus.foundation.dated import DatedFact, one_on_any_day


class CompanyTerm(DatedFact):
    """登録の有効期間: five years, to the end of the month of registration (REG-19). A renewal adds the next."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="terms")

    class Meta:
        db_table = "company_term"
        constraints = [one_on_any_day("company_term_one", "company")]
