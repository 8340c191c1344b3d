"""登録行政書士: whom the office has marked as one that files for others (PROXY-02)."""

from django.db import models
from django.db.models import Q

from ccus.domain.companies.models.company import Company
from ccus.foundation.dated import DatedFact, one_on_any_day


class AgentLicence(DatedFact):
    """登録行政書士: `number` is that of the registration as 行政書士; by itself it opens nobody's data."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="agent_licences")
    number = models.CharField("登録番号", max_length=8)

    class Meta:
        db_table = "agent_licence"
        constraints = [
            one_on_any_day("agent_licence_once", "company"),
            models.CheckConstraint(
                name="agent_licence_number_digits", condition=Q(number__regex=r"^[0-9]{8}$")
            ),
        ]
