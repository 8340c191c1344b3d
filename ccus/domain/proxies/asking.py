"""お願いへの答え, as part of an act (PROXY-04)."""

from datetime import date, datetime

from django.db.models import QuerySet

from ccus.domain.proxies.models import MandateAsk
from ccus.foundation.clock import day_of


def open_asks(worker: int, *, on: date) -> "QuerySet[MandateAsk]":
    """What companies asked a worker and nobody has answered; lapsed ones are over."""
    waiting = MandateAsk.objects.filter(worker=worker, answered_at=None, until_on__gt=on)
    return waiting.select_related("company").order_by("asked_at", "pk")


def answer_open_asks(*, worker: int, company: int, is_given: bool, at: datetime) -> int:
    """Answer whatever this company asks of the worker; returns how many questions that were."""
    asks = MandateAsk.objects.filter(
        worker=worker, company=company, answered_at=None, until_on__gt=day_of(at)
    )
    return asks.update(answered_at=at, is_given=is_given)
