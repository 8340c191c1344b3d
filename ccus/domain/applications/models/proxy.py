"""代行の申請: which company files an application for a worker."""

from django.db import models

from ccus.domain.applications.models.case import Application
from ccus.domain.companies.models import Company
from ccus.domain.workers.models import Mandate


class CaseProxy(models.Model):
    """申請の代行: the company opened the application for the worker, or the worker gave it one (PROXY-08).

    That it may open it today, the mandate of today says; `mandate` is the one it began under. Append-only.
    """

    id = models.BigAutoField(primary_key=True)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="proxies")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=40)

    class Meta:
        db_table = "case_proxy"
        constraints = [
            models.UniqueConstraint(fields=["company", "application"], name="case_proxy_once"),
        ]
