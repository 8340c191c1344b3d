"""What a company searched for and was shown on a day: the database counts it (SEEK-07)."""

from django.db import models
from django.db.models import F, Q

from ccus.domain.companies.models import Company
from ccus.domain.workers.models import Worker
from ccus.foundation.dated import DatedFact, one_on_any_day


class SearchDay(models.Model):
    """検索の一日: how many searches and workers, and how many at most. A trigger counts, nobody else."""

    id = models.BigAutoField(primary_key=True)
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(db_column="on_day")
    searches = models.PositiveIntegerField(default=0)
    searches_most = models.PositiveIntegerField()
    workers = models.PositiveIntegerField(default=0)
    workers_most = models.PositiveIntegerField()

    class Meta:
        db_table = "search_day"
        constraints = [
            models.UniqueConstraint(fields=["company", "on"], name="search_day_once"),
            models.CheckConstraint(name="search_day_searches", condition=Q(searches__lte=F("searches_most"))),
            models.CheckConstraint(name="search_day_workers", condition=Q(workers__lte=F("workers_most"))),
        ]


class SearchMade(models.Model):
    """行った検索: one a day for the same criteria, of which a digest alone is kept."""

    id = models.BigAutoField(primary_key=True)
    day = models.ForeignKey(SearchDay, on_delete=models.PROTECT, related_name="made")
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "search_made"
        constraints = [models.UniqueConstraint(fields=["day", "digest"], name="search_made_once")]


class SearchShown(models.Model):
    """示された技能者, once a day; own workers are not counted and stand in no row."""

    id = models.BigAutoField(primary_key=True)
    day = models.ForeignKey(SearchDay, on_delete=models.PROTECT, related_name="shown")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "search_shown"
        constraints = [models.UniqueConstraint(fields=["day", "worker"], name="search_shown_once")]


class SearchStop(DatedFact):
    """検索の停止 of a company, decided by the office (LOOK-08)."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "search_stop"
        constraints = [
            one_on_any_day("search_stop_one", "company"),
            models.CheckConstraint(name="search_stop_ends", condition=Q(valid_until__isnull=False)),
        ]
