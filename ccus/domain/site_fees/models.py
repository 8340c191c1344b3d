"""The ledger of site fees, the closing of its months, and the accounts of the primes."""

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import Exact

from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Site
from ccus.domain.workers.models import Worker


class SiteFeeLine(models.Model):
    """台帳の行: the `n`th word about one worker, site and date, in yen; odd ones charge, even ones reverse (USE-03).

    `month` is the month in which it is booked (its first day). Append-only; nothing enters a closed month.
    """

    id = models.BigAutoField(primary_key=True)
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, db_index=False, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, db_index=False, related_name="+")
    work_on = models.DateField()
    n = models.SmallIntegerField()
    amount = models.IntegerField()
    month = models.DateField()
    booked_at = models.DateTimeField()

    class Meta:
        db_table = "site_fee_line"
        indexes = [models.Index(fields=["site", "month"], name="site_fee_line_of_month")]
        constraints = [
            models.UniqueConstraint(fields=["worker", "work_on", "site", "n"], name="site_fee_line_once"),
            models.CheckConstraint(
                name="site_fee_line_alternates",
                condition=Q(Exact(F("n") % 2, 1), amount__gt=0) | Q(Exact(F("n") % 2, 0), amount__lt=0),
            ),
            models.CheckConstraint(name="site_fee_line_first_of_month", condition=Q(month__day=1)),
        ]


class SiteFeeClose(models.Model):
    """利用料の月締め: from `closed_at` nothing is booked in the month; from `finished_at` all its accounts stand.

    `official_days` and `charged_days`: the 正式 days of the month counted anew, and those in the ledger (USE-13).
    """

    month = models.DateField(primary_key=True)
    closed_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    official_days = models.PositiveIntegerField(null=True)
    charged_days = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "site_fee_close"


class SiteFeeBill(models.Model):
    """利用料の精算: a prime's account of one month, in yen (USE-08). `billed` 0: nothing to pay, see `carried_on`."""

    id = models.BigAutoField(primary_key=True)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    carried = models.IntegerField()
    days = models.IntegerField()
    booked = models.IntegerField()
    billed = models.PositiveIntegerField()
    carried_on = models.IntegerField()
    issued_at = models.DateTimeField()

    class Meta:
        db_table = "site_fee_bill"
        constraints = [
            models.UniqueConstraint(fields=["company", "month"], name="site_fee_bill_once"),
            models.CheckConstraint(
                name="site_fee_bill_adds_up",
                condition=Q(carried=F("billed") + F("carried_on") - F("booked")),
            ),
        ]


class SiteFeeMark(models.Model):
    """読み終えた印: up to which `record_change` every row was heard (USE-05); one row, kept by the jobs.

    Rows up to `noted` are heard once every transaction before `noted_xmax` has ended.
    """

    id = models.SmallIntegerField(primary_key=True)
    heard = models.BigIntegerField()
    noted = models.BigIntegerField()
    noted_xmax = models.BigIntegerField()

    class Meta:
        db_table = "site_fee_mark"
