"""夜に数える: the sums of this month and the twelve before it, written anew (FIG-08)."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Max

from ccus.domain.figures.counting_sql import DAYS, WAITS
from ccus.domain.figures.form_texts import note_texts, words_of_forms
from ccus.domain.figures.models import FigureDay, FigureReturn, FigureWait
from ccus.domain.figures.months import began, months_until
from ccus.domain.figures.returning import count_returns
from ccus.foundation.clock import day_of


def count_figures(*, at: datetime) -> None:
    """数える: notes the texts of the forms, then counts figure by figure. May run again, and late."""
    note_texts(words_of_forms(), at=at)
    first = months_until(day_of(at))[0]
    given = {"at": at, "first": first, "since": began(first)}
    for sums, statement in ((FigureWait, WAITS), (FigureDay, DAYS)):
        with transaction.atomic(), connection.cursor() as cursor:
            sums.objects.all().delete()
            cursor.execute(statement, given)
    with transaction.atomic():
        FigureReturn.objects.all().delete()
        FigureReturn.objects.bulk_create(count_returns(given))


def counted_at(sums: type[FigureWait | FigureReturn | FigureDay]) -> datetime | None:
    """When these sums were counted; None before the first night, or where nothing was there to count."""
    moment: datetime | None = sums.objects.aggregate(last=Max("counted_at"))["last"]
    return moment
