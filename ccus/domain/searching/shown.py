"""今日示された技能者: whom a company may open, because a search of today showed the worker (SEEK-06, SEEK-07)."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from ccus.domain.searching.models import SearchShown
from ccus.domain.searching.policies import stopped_until
from ccus.domain.workers.leaving import still_here
from ccus.domain.workers.models import Affiliation, Worker
from ccus.foundation.identifiers import is_number
from ccus.foundation.superseding import standing_on


def shown_today(company: int, number: str, *, on: date) -> int | None:
    """The key of a worker (技能者ID) whom a search of that day showed to a company (key), or who is its own.

    None for everybody else, so that a number is looked up by searching alone, which counts; and while it is stopped.
    """
    if not is_number(number) or stopped_until(company, on=on) is not None:
        return None
    shown = SearchShown.objects.filter(worker=OuterRef("pk"), day__company=company, day__on=on)
    own = standing_on(Affiliation.objects.filter(worker=OuterRef("pk"), company=company), on)
    known = Worker.objects.filter(still_here(), Q(Exists(shown)) | Q(Exists(own)), number=number)
    return known.values_list("pk", flat=True).first()
